import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../../src/duties/duties.service.js';
import type { Leased } from '../../../src/duties/duty.js';
import { MailingPace, MailingWorker } from '../../../src/releases/following/mailing-worker.service.js';
import { releasePublished } from '../../../src/releases/publication.js';
import { ReleasesService } from '../../../src/releases/releases.service.js';
import { freePort, type TestApp } from '../../support/app.js';
import { titled } from '../build-release.js';
import { startReleases } from '../rooms.js';
import { followers, publish } from './post.js';

let app: TestApp;
beforeAll(async () => {
  app = await startReleases({ env: { ROLE: 'web' } });
  app.get(MailingPace).batch = 10;
});
afterAll(() => app.stop());
beforeEach(() =>
  sql().query(
    'TRUNCATE subscription, release_mailing, release_told, outgoing_email, release, suppressed_address CASCADE',
  ),
);

const sql = () => app.get(DataSource);
const announce = (title: string) => publish(app, titled(title, '2026-11-20T10:00:00Z'));
const claim = async (of = app): Promise<Leased | undefined> =>
  (await of.get(DutiesService).claim<Record<string, unknown>>('release-mailing', { limit: 1 }))[0];
const loseLeases = () =>
  sql().query(`UPDATE release_mailing SET leased_until = now() - interval '1 second' WHERE state = 'leased'`);
const recipients = async (): Promise<string[]> =>
  (await sql().query('SELECT recipient FROM outgoing_email ORDER BY recipient')).map(
    ({ recipient }: { recipient: string }) => recipient,
  );
const addresses = (of: { address: string }[]) => of.map(({ address }) => address).sort();

test('a published release is owed once, whatever is published again; an imported one is owed to nobody', async () => {
  const { id } = await announce('Читаоница');
  await app.get(ReleasesService).publish(titled('Увезено', '2026-11-20T10:00:00Z'));
  await sql().transaction((tx) => releasePublished(tx, id));
  expect(await sql().query('SELECT release_id, state FROM release_mailing')).toEqual([
    { release_id: id, state: 'pending' },
  ]);
  // What is rolled back was never owed.
  const { id: other } = await app.get(ReleasesService).publish(titled('Друго', '2026-11-20T10:00:00Z'));
  const failing = sql().transaction(async (tx) => {
    await releasePublished(tx, other);
    throw new Error('after all');
  });
  await expect(failing).rejects.toThrow('after all');
  expect(await sql().query('SELECT 1 FROM release_mailing')).toHaveLength(1);
});

test('it goes to everybody who follows at once, and to nobody who follows otherwise, later, or not any more', async () => {
  const wanted = await followers(app, 25);
  await followers(app, 3, { rhythm: 'daily' }, 'dnevni');
  await announce('Читаоница');
  await followers(app, 1, {}, 'kasniji');
  await sql().query(`UPDATE subscription SET confirmed_at = now() WHERE address LIKE 'kasniji%'`);
  await sql().query(
    `INSERT INTO suppressed_address (address_key, reason, until) VALUES ($1, '5.1.1', now() + interval '1 day')`,
    [wanted[0]!.address],
  );
  const leased = (await claim())!;
  await app.get(MailingWorker).perform(leased);
  expect(await recipients()).toEqual(addresses(wanted.slice(1)));
  expect(await sql().query('SELECT state, told, lease_token FROM release_mailing')).toEqual([
    { state: 'done', told: 24, lease_token: null },
  ]);
  // The address that refused for good follows no more.
  expect(await sql().query('SELECT 1 FROM subscription WHERE id = $1', [wanted[0]!.id])).toEqual([]);
});

test('a mailing becomes due at a pace that leaves room for other mail', async () => {
  app.get(MailingPace).perMinute = 10;
  await followers(app, 25);
  await announce('Читаоница');
  await app.get(MailingWorker).perform((await claim())!);
  app.get(MailingPace).perMinute = 6_000;
  const minutes: { minute: number; count: number }[] = await sql().query(
    `SELECT round(extract(epoch FROM e.due_at - m.created_at) / 60)::int AS minute, count(*)::int AS count
     FROM outgoing_email e, release_mailing m GROUP BY 1 ORDER BY 1`,
  );
  expect(minutes).toEqual([
    { minute: 0, count: 10 },
    { minute: 1, count: 10 },
    { minute: 2, count: 5 },
  ]);
});

test('a worker that loses its lease midway stops, and the one that took over tells everybody else once', async () => {
  const everybody = await followers(app, 57);
  await announce('Читаоница');
  const worker = app.get(MailingWorker);
  const first = (await claim())!;
  await sql().transaction((tx) => worker.batch(tx, first));
  await loseLeases();
  await app.get(DutiesService).takeBackLost('release-mailing');
  const second = (await claim())!;
  await Promise.all([worker.perform(first), worker.perform(second), worker.perform(first)]);
  expect(await recipients()).toEqual(addresses(everybody));
});

test('two workers on two releases tell everybody of each once', async () => {
  const other = await startReleases({ databaseUrl: app.databaseUrl, env: { ROLE: 'web' } });
  try {
    other.get(MailingPace).batch = 7;
    const everybody = await followers(app, 57);
    await announce('Читаоница');
    await announce('Школа');
    const [one, two] = [(await claim())!, (await claim(other))!];
    expect(await claim(other)).toBeUndefined();
    await Promise.all([app.get(MailingWorker).perform(one), other.get(MailingWorker).perform(two)]);
    expect(await recipients()).toEqual(addresses([...everybody, ...everybody]));
    expect(await sql().query('SELECT DISTINCT duty_key FROM outgoing_email')).toHaveLength(114);
  } finally {
    await other.stop();
  }
});

test('a worker process killed in the midst of a batch neither doubles nor skips anybody', async () => {
  const everybody = await followers(app, 2_500);
  // Each batch takes long enough to be killed in.
  await sql().query(`
    CREATE FUNCTION slow_mark() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN PERFORM pg_sleep(0.7); RETURN NEW; END $$`);
  await sql().query(
    'CREATE TRIGGER slow_mark AFTER UPDATE OF mark ON release_mailing FOR EACH ROW EXECUTE FUNCTION slow_mark()',
  );
  await announce('Читаоница');
  const process = await startWorker();
  const begun = async () => (await sql().query('SELECT told FROM release_mailing'))[0].told as number;
  while ((await begun()) === 0) await sleep(20);
  await sleep(200);
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
  await sql().query('DROP TRIGGER slow_mark ON release_mailing');
  const told = await begun();
  expect(told).toBeGreaterThan(0);
  expect(told).toBeLessThan(2_500);
  expect(await recipients()).toHaveLength(told);

  await loseLeases();
  await app.get(DutiesService).takeBackLost('release-mailing');
  await app.get(MailingWorker).perform((await claim())!);
  expect(await recipients()).toEqual(addresses(everybody));
}, 60_000);

/** The program itself as a worker on the test's database. */
async function startWorker() {
  return spawn(globalThis.process.execPath, ['dist/src/main.js'], {
    stdio: 'ignore',
    env: {
      PATH: globalThis.process.env.PATH,
      ROLE: 'worker',
      PORT: String(await freePort()),
      DATABASE_URL: app.databaseUrl,
      DATA_DIR: app.dataDir,
      SECRET_KEY: 'test-secret-key-test-secret-key-test-secret-key',
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'silent',
    },
  });
}
