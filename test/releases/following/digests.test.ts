import { DataSource } from 'typeorm';
import { DutiesService } from '../../../src/duties/duties.service.js';
import { Digests } from '../../../src/releases/following/digests.service.js';
import { MailingWorker } from '../../../src/releases/following/mailing-worker.service.js';
import { Subscriptions } from '../../../src/releases/following/subscriptions.service.js';
import type { TestApp } from '../../support/app.js';
import { titled } from '../build-release.js';
import { startReleases } from '../rooms.js';
import { followers, publish } from './post.js';

let app: TestApp;
beforeAll(async () => {
  app = await startReleases({ env: { ROLE: 'web' } });
});
afterAll(() => app.stop());
beforeEach(() =>
  sql().query('TRUNCATE subscription, release_mailing, release_told, outgoing_email, release CASCADE'),
);

const sql = () => app.get(DataSource);
const announce = (title: string) => publish(app, titled(title, '2026-11-20T10:00:00Z'));

/** What the clock and the duties do at a moment of the office's day. */
async function pass(now: string): Promise<void> {
  await app.get(Digests).go(new Date(now));
  for (;;) {
    const [leased] = await app
      .get(DutiesService)
      .claim<Record<string, unknown>>('release-mailing', { limit: 1 });
    if (leased === undefined) return;
    await app.get(MailingWorker).perform(leased);
  }
}

/** The releases in each e-mail, by recipient: how many, in the order in which they were owed. */
async function told(): Promise<Record<string, number[]>> {
  const found: { recipient: string; count: number }[] = await sql().query(
    `SELECT split_part(recipient, '-', 1) AS recipient, array_length(string_to_array(params ->> 'releases', ','), 1) AS count
     FROM outgoing_email ORDER BY created_at, id`,
  );
  const byRecipient: Record<string, number[]> = {};
  for (const { recipient, count } of found) (byRecipient[recipient] ??= []).push(count);
  return byRecipient;
}

test('digests leave at seven in Belgrade, daily and on Mondays, each release once, and none without releases', async () => {
  await followers(app, 1, { rhythm: 'daily' }, 'dnevni');
  await followers(app, 1, { rhythm: 'weekly' }, 'nedeljni');
  // Friday, summer time: seven o'clock is five in UTC.
  await pass('2026-07-03T05:10:00Z');
  await announce('Петак пре подне');
  await announce('Петак после подне');
  await pass('2026-07-04T04:59:00Z');
  expect(await told()).toEqual({});
  await pass('2026-07-04T05:00:00Z');
  await pass('2026-07-04T05:01:00Z');
  expect(await told()).toEqual({ dnevni: [2] });
  // Nothing was published on Saturday.
  await pass('2026-07-05T05:00:00Z');
  await announce('Недеља');
  await pass('2026-07-06T05:00:00Z');
  expect(await told()).toEqual({ dnevni: [2, 1], nedeljni: [3] });
  // On the morning on which the clocks change, and after it, seven o'clock is six in UTC.
  await pass('2026-10-24T05:00:00Z');
  await announce('Јесен');
  await pass('2026-10-25T05:59:00Z');
  expect((await told()).dnevni).toEqual([2, 1]);
  await pass('2026-10-25T06:00:00Z');
  await pass('2026-10-26T05:59:00Z');
  expect(await told()).toEqual({ dnevni: [2, 1, 1], nedeljni: [3] });
  await pass('2026-10-26T06:00:00Z');
  expect(await told()).toEqual({ dnevni: [2, 1, 1], nedeljni: [3, 1] });
});

test('a morning on which nothing ran is made up for, and two processes make one digest', async () => {
  await followers(app, 1, { rhythm: 'daily' }, 'dnevni');
  await followers(app, 1, { rhythm: 'weekly' }, 'nedeljni');
  await pass('2026-07-03T05:10:00Z');
  await announce('Петак');
  await Promise.all([0, 1, 2].map(() => app.get(Digests).go(new Date('2026-07-07T15:00:00Z'))));
  await pass('2026-07-07T15:01:00Z');
  expect(await told()).toEqual({ dnevni: [1], nedeljni: [1] });
});

test('whoever changes the rhythm gets what waited at once, and nothing twice or not at all', async () => {
  const [follower] = await followers(app, 1, { rhythm: 'weekly' }, 'menja');
  const change = (rhythm: 'immediate' | 'daily' | 'weekly') =>
    app.get(Subscriptions).change(follower!.id, { rhythm, language: 'en' });
  await pass('2026-07-03T05:10:00Z');
  await announce('Прво');
  await announce('Друго');
  await pass('2026-07-03T06:00:00Z');
  expect(await change('daily')).toBe(true);
  expect(await told()).toEqual({ menja: [2] });
  await pass('2026-07-04T05:00:00Z');
  await announce('Треће');
  // Owed to those who follow at once, but not dealt out yet.
  await change('immediate');
  await change('weekly');
  await pass('2026-07-06T05:00:00Z');
  await pass('2026-07-13T05:00:00Z');
  expect(await told()).toEqual({ menja: [2, 1] });
  await change('weekly');
  expect(await told()).toEqual({ menja: [2, 1] });
});

test('who was told of a release is forgotten once all its digests are done', async () => {
  await followers(app, 2, {}, 'odmah');
  await pass('2026-07-03T05:10:00Z');
  await announce('Прво');
  await pass('2026-07-04T05:10:00Z');
  expect(await sql().query('SELECT 1 FROM release_told')).toHaveLength(2);
  await followers(app, 1, { rhythm: 'weekly' }, 'nedeljni');
  await pass('2026-07-06T05:10:00Z');
  expect(await sql().query('SELECT 1 FROM release_told')).toHaveLength(0);
});
