import { DataSource } from 'typeorm';
import { hiddenFields, sendUrlencoded, summary } from '../../contact/form-client.js';
import type { TestApp } from '../../support/app.js';
import { SmtpPeer } from '../../support/smtp-peer.js';
import { Digests } from '../../../src/releases/following/digests.service.js';
import { startReleases } from '../rooms.js';
import { ask, emailsTo, linkIn } from './post.js';

let peer: SmtpPeer;
let app: TestApp;
beforeAll(async () => {
  peer = await SmtpPeer.start();
  app = await startReleases({ env: { SMTP_URL: peer.url } });
});
afterAll(async () => {
  await app.stop();
  await peer.close();
});

const sql = () => app.get(DataSource);
const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const post = (path: string, init: RequestInit = {}) =>
  fetch(app.url + path, { method: 'POST', redirect: 'manual', ...init });
const stateOf = async (address: string): Promise<string | undefined> =>
  (await sql().query('SELECT state FROM subscription WHERE address = $1', [address]))[0]?.state;

/** Asks, confirms, and gives the path of the follower's own page. */
async function followed(address: string, choice: Record<string, string> = {}): Promise<string> {
  await ask(app, { email: address, ...choice });
  const [email] = await emailsTo(peer, address);
  const confirmed = await post(linkIn(email!, '/confirmation/'));
  expect(confirmed.status).toBe(303);
  return confirmed.headers.get('location')!.replace('?done=confirmed', '');
}

test('an address follows once its owner presses the button behind the link, not when the link is opened', async () => {
  const asked = await ask(app, { email: 'Mila@primer.rs', rhythm: 'weekly', language: 'en' }, '/lat');
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/lat/releases/follow/asked']);
  const [email] = await emailsTo(peer, 'Mila@primer.rs');
  // The e-mail speaks the version that was chosen.
  expect(email!.subject).toBe('Confirm that you want to follow the press releases');
  expect(email!.text).toContain('Once a week · English');
  expect(email!.html).toContain(linkIn(email!, '/en/releases/follow/confirmation/'));

  const link = linkIn(email!, '/confirmation/');
  const opened = await get(link);
  expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'no-store']);
  expect(await stateOf('Mila@primer.rs')).toBe('unconfirmed');

  const mine = (await post(link)).headers.get('location')!;
  expect(await stateOf('Mila@primer.rs')).toBe('active');
  expect(await (await get(mine)).text()).toContain('It is confirmed');
  const events: { kind: string }[] = await sql().query('SELECT kind FROM subscription_event ORDER BY id');
  expect(events.map(({ kind }) => kind)).toEqual(['asked', 'confirmed']);
});

test('the page changes rhythm and version, and ends the following with the address forgotten', async () => {
  const mine = await followed('jovan@primer.rs');
  const page = await (await get(mine)).text();
  expect(page).toContain('jovan@primer.rs');
  const hidden = hiddenFields(page, mine);
  const changed = await sendUrlencoded(app, mine, { ...hidden, rhythm: 'daily', language: 'sr-Latn' });
  expect(changed.headers.get('location')).toBe(`/lat${mine}?done=changed`);
  expect(
    await sql().query(`SELECT rhythm, language FROM subscription WHERE address = 'jovan@primer.rs'`),
  ).toEqual([{ rhythm: 'daily', language: 'sr-Latn' }]);
  // The forms of one follower's page do not serve another's, and a strange choice is refused.
  const stolen = {
    ...hidden,
    formToken: hiddenFields(await (await get('/releases/follow')).text(), '/releases/follow').formToken,
  };
  expect((await sendUrlencoded(app, mine, { ...stolen, rhythm: 'weekly', language: 'en' })).status).toBe(422);
  expect((await sendUrlencoded(app, mine, { ...hidden, rhythm: 'hourly', language: 'en' })).status).toBe(422);

  const left = await sendUrlencoded(app, `${mine}/end`, hidden);
  expect(left.headers.get('location')).toBe('/releases/follow/left');
  expect(await stateOf('jovan@primer.rs')).toBeUndefined();
  expect((await get(mine)).status).toBe(410);
});

test('whether an address is known is told to nobody, and a follower is not changed by whoever types the address', async () => {
  await followed('poznata@primer.rs', { rhythm: 'daily' });
  const known = await ask(app, { email: 'POZNATA@primer.rs', rhythm: 'weekly', language: 'en' });
  const unknown = await ask(app, { email: 'nova@primer.rs', rhythm: 'weekly', language: 'en' });
  expect([known.status, known.headers.get('location'), known.html]).toEqual([
    unknown.status,
    unknown.headers.get('location'),
    unknown.html,
  ]);
  const [, again] = await emailsTo(peer, 'poznata@primer.rs', 2);
  expect(again!.subject).toBe('Већ пратите саопштења');
  expect(again!.text).toContain('Једном дневно · Ћирилица');
  expect((await get(linkIn(again!, '/mine/'))).status).toBe(200);
});

test.each([
  ['nothing', ''],
  ['no address', 'mila'],
  ['two addresses', 'a@primer.rs, b@primer.rs'],
  ['a line break and a header', 'a@primer.rs\r\nBcc: b@primer.rs'],
  ['a line break at the end', 'a@primer.rs\n'],
  ['a name with an address', 'Mila <a@primer.rs>'],
])('%s is refused, and every word kept', async (_, email) => {
  const { status, html } = await ask(app, { email, rhythm: 'weekly' });
  expect(status).toBe(422);
  expect(summary(html)).toEqual([['#email', 'Напишите једну електронску адресу, на пример ime@primer.rs']]);
  expect(html).toMatch(/value="weekly" checked/);
  expect(await sql().query(`SELECT 1 FROM subscription WHERE address LIKE 'a@%'`)).toEqual([]);
});

test('without the page’s token, with the trap filled in, or to a machine’s address nothing is sent', async () => {
  const bare = { email: 'bez@primer.rs', rhythm: 'daily', language: 'en' };
  expect((await sendUrlencoded(app, '/releases/follow', bare)).status).toBe(422);
  expect((await ask(app, { ...bare, website: 'https://spam.example' })).status).toBe(303);
  expect((await ask(app, { ...bare, email: 'no-reply@primer.rs' })).status).toBe(303);
  expect(
    await sql().query(`SELECT 1 FROM subscription WHERE address IN ('bez@primer.rs', 'no-reply@primer.rs')`),
  ).toEqual([]);
});

test('an address gets two links a day, however often it is typed', async () => {
  for (let time = 0; time < 5; time += 1) await ask(app, { email: 'zrtva@primer.rs' });
  await emailsTo(peer, 'zrtva@primer.rs', 2);
  const owed = await sql().query(`SELECT 1 FROM outgoing_email WHERE recipient = 'zrtva@primer.rs'`);
  expect(owed).toHaveLength(2);
});

test('a link that is too old confirms nothing, what nobody confirmed is forgotten, and a foreign link is 404', async () => {
  await ask(app, { email: 'kasno@primer.rs' });
  const [email] = await emailsTo(peer, 'kasno@primer.rs');
  const link = linkIn(email!, '/confirmation/');
  await sql().query(
    `UPDATE subscription SET asked_at = now() - interval '4 days' WHERE address = 'kasno@primer.rs'`,
  );
  expect([(await get(link)).status, (await post(link)).status]).toEqual([410, 410]);
  expect(await stateOf('kasno@primer.rs')).toBe('unconfirmed');
  await sql().query(
    `UPDATE subscription SET asked_at = now() - interval '8 days' WHERE address = 'kasno@primer.rs'`,
  );
  await app.get(Digests).go();
  expect(await stateOf('kasno@primer.rs')).toBeUndefined();
  expect((await post(link)).status).toBe(410);
  // One purpose's token serves no other, and a changed one none.
  expect((await get(link.replace('/confirmation/', '/mine/'))).status).toBe(404);
  expect((await post(`${link.slice(0, -2)}AA`)).status).toBe(404);
});

test('asking is limited as writing is, and the form comes back', async () => {
  const answers: number[] = [];
  for (let time = 0; time < 45 && answers.at(-1) !== 429; time += 1)
    answers.push((await ask(app, { email: `red-${time}@primer.rs` })).status);
  expect(answers.at(-1)).toBe(429);
  expect(answers.length).toBeGreaterThan(20);
});
