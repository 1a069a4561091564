import { DataSource } from 'typeorm';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestApp } from '../../support/app.js';
import { SmtpPeer } from '../../support/smtp-peer.js';
import { buildRelease, titled } from '../build-release.js';
import { startReleases } from '../rooms.js';
import { emailsTo, followers, publish } from './post.js';

const ORIGIN = 'https://pismo.example';
let peer: SmtpPeer;
let app: TestApp;
beforeAll(async () => {
  peer = await SmtpPeer.start();
  app = await startReleases({ env: { SMTP_URL: peer.url, PUBLIC_URL: ORIGIN } });
});
afterAll(async () => {
  await app.stop();
  await peer.close();
});
beforeEach(async () => {
  peer.mood = {};
  await sql().query('TRUNCATE subscription, release_mailing, release_told, outgoing_email, release CASCADE');
});

const sql = () => app.get(DataSource);
const header = (email: { headers: { key: string; value: string }[] }, name: string) =>
  email.headers.find(({ key }) => key === name)?.value;
const until = async (isThere: () => Promise<boolean>) => {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(50)) if (await isThere()) return;
  throw new Error('Waited in vain.');
};

test('a published release reaches its followers, each in the version that was chosen', async () => {
  await followers(app, 1, { language: 'sr-Cyrl' }, 'cirilica');
  await followers(app, 1, { language: 'sr-Latn' }, 'latinica');
  await followers(app, 1, { language: 'en' }, 'english');
  await publish(app, buildRelease({ slug: 'citaonica', section: 'culture' }));
  const [cyrillic] = await emailsTo(peer, 'cirilica-0@primer.rs');
  const [latin] = await emailsTo(peer, 'latinica-0@primer.rs');
  const [english] = await emailsTo(peer, 'english-0@primer.rs');
  expect([cyrillic, latin, english].map((email) => email!.subject)).toEqual([
    'Отворена читаоница',
    'Otvorena čitaonica',
    'Reading room opened',
  ]);
  for (const body of [english!.text!, english!.html!])
    for (const part of [
      'Culture and heritage · 02.03.2026. - 13:00',
      'Open on Saturdays too.',
      `${ORIGIN}/en/releases/citaonica`,
      `${ORIGIN}/en/releases/follow/mine/`,
      'each as it is published',
    ])
      expect(body).toContain(part);
  expect(latin!.text).toContain('Radi i subotom.');
  expect(header(english!, 'auto-submitted')).toBe('auto-generated');
  expect(header(english!, 'list-id')).toBe('<releases.predsednik.example>');
});

test('a release without English says so, and one without a lead tells its beginning', async () => {
  await followers(app, 1, { language: 'en' }, 'english');
  await publish(app, titled('Школа у Бору', '2026-11-20T10:00:00Z', { slug: 'skola' }));
  const [email] = await emailsTo(peer, 'english-0@primer.rs');
  // Earlier tests wrote to the same address.
  const own = (await emailsTo(peer, 'english-0@primer.rs', 2)).at(-1) ?? email!;
  expect(own.subject).toBe('Škola u Boru');
  expect(own.text).toContain('This press release was published in Serbian only.\nTekst.');
  expect(own.html).toContain('lang="sr-Latn"');
});

test('one click ends it: a POST without token, cookie or redirect, with the body that mail programs send', async () => {
  const [follower] = await followers(app, 1, {}, 'klik');
  await publish(app, titled('Прво', '2026-11-20T10:00:00Z'));
  const [email] = await emailsTo(peer, 'klik-0@primer.rs');
  expect(header(email!, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  const url = header(email!, 'list-unsubscribe')!.slice(1, -1);
  expect(url.startsWith(`${ORIGIN}/releases/follow/one-click/`)).toBe(true);
  const here = app.url + new URL(url).pathname;

  // Scanners open the link; nothing happens, and a person who does so finds a button.
  expect(await (await fetch(here)).text()).toContain('Не желим више саопштења');
  expect(await sql().query('SELECT 1 FROM subscription')).toHaveLength(1);
  const body = new FormData();
  body.append('List-Unsubscribe', 'One-Click');
  expect((await fetch(here, { method: 'POST', body, redirect: 'manual' })).status).toBe(200);
  expect(await sql().query('SELECT 1 FROM subscription')).toHaveLength(0);
  const again = await fetch(here, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(again.status).toBe(200);
  expect(
    await sql().query('SELECT kind FROM subscription_event WHERE subscription_id = $1', [follower!.id]),
  ).toEqual([{ kind: 'left-by-one-click' }]);
  await publish(app, titled('Друго', '2026-11-21T10:00:00Z'));
  await until(
    async () => (await sql().query(`SELECT 1 FROM release_mailing WHERE state <> 'done'`)).length === 0,
  );
  expect(await sql().query(`SELECT 1 FROM outgoing_email WHERE state <> 'sent'`)).toEqual([]);
});

test('an address that refuses for good follows no more, one that refuses for now is tried again', async () => {
  await followers(app, 1, {}, 'puno');
  peer.mood = { atRecipient: { code: 452, text: '4.2.2 Full' } };
  await publish(app, titled('Прво', '2026-11-20T10:00:00Z'));
  await until(
    async () =>
      (await sql().query("SELECT 1 FROM outgoing_email WHERE attempts > 0 AND state = 'pending'")).length ===
      1,
  );
  expect(await sql().query('SELECT 1 FROM subscription')).toHaveLength(1);
  peer.mood = { atRecipient: { code: 550, text: '5.1.1 No such user' } };
  await sql().query(
    `UPDATE outgoing_email SET due_at = now() - interval '5 seconds' WHERE state = 'pending'`,
  );
  await until(async () => (await sql().query('SELECT 1 FROM subscription')).length === 0);
  const events: { kind: string }[] = await sql().query(
    'SELECT kind FROM subscription_event ORDER BY id DESC LIMIT 1',
  );
  expect(events[0]!.kind).toBe('refused');
});

test('what was owed to somebody who left, or of a release that is gone, is not sent', async () => {
  const [stays, leaves] = await followers(app, 2, {}, 'ode');
  peer.mood = { atRecipient: { code: 451, text: '4.3.0 Later' } };
  await publish(app, titled('Прво', '2026-11-20T10:00:00Z', { slug: 'prvo' }));
  await until(
    async () =>
      (await sql().query("SELECT 1 FROM outgoing_email WHERE attempts > 0 AND state = 'pending'")).length ===
      2,
  );
  await sql().query('DELETE FROM subscription WHERE id = $1', [leaves!.id]);
  await sql().query(`UPDATE release SET state = 'draft'`);
  await sql().query('UPDATE outgoing_email SET rendered = NULL');
  peer.mood = {};
  await sql().query(
    `UPDATE outgoing_email SET due_at = now() - interval '5 seconds' WHERE state = 'pending'`,
  );
  await until(
    async () => (await sql().query(`SELECT 1 FROM outgoing_email WHERE state = 'suppressed'`)).length === 2,
  );
  expect(peer.messages.filter(({ to }) => to.includes(stays!.address))).toEqual([]);
});
