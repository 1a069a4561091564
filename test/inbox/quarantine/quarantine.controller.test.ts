import { rows } from '../../../src/database/rows.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { ContactModule } from '../../../src/contact/contact.module.js';
import { HealthService } from '../../../src/web/health.service.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { MailOffice, plainMail } from '../../letters/inbound/mail-office.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let mails: MailOffice;
let clerk: AtDesk;
let drafter: AtDesk;
let auditor: AtDesk;
beforeAll(async () => {
  mails = await MailOffice.open({ rooms: [HealthModule, WebModule, InboxModule, ContactModule] });
  const office = Office.around(mails.app);
  clerk = await office.officer(['clerk'], { name: 'Вера Верић' });
  drafter = await office.officer(['drafter']);
  auditor = await office.officer(['auditor']);
});
afterAll(() => mails.stop());

/** A mail of more parts than any person's. */
const hostile = () =>
  plainMail({
    headers: { 'Content-Type': 'multipart/mixed; boundary=b', Subject: '<b>Превише</b> делова' },
    body: `${'--b\r\n\r\nx\r\n'.repeat(1_001)}--b--\r\n`,
  });

test('a mail that cannot be read holds up no other, is counted, shown, saved byte for byte, and read again', async () => {
  const raw = hostile();
  const { mail, letter } = await mails.take(raw, 'zlo@example.org');
  expect(mail).toMatchObject({ state: 'quarantined', reason: 'parts' });
  expect(letter).toBeNull();
  expect((await mails.take(plainMail())).mail.state).toBe('done');
  const { parts } = await mails.app.get(HealthService).readiness();
  expect(parts['inbound-email']).toEqual({ ok: false, detail: '1 in quarantine: an officer must look' });
  expect(await (await fetch(`${mails.app.url}/metrics`)).text()).toMatch(/^pismo_inbound_waiting 1$/m);

  expect((await clerk.get('/inbox')).html).toMatch(/href="\/inbox\/quarantine" class="hot"/);
  const list = await clerk.get('/inbox/quarantine');
  expect(list.html).toContain('zlo@example.org');
  expect(list.html).toContain('more than a thousand parts');
  const page = await clerk.get(`/inbox/quarantine/${mail.id}`);
  expect(page.html).toContain('&lt;b>Превише&lt;/b> делова');
  const saved = await clerk.get(`/inbox/quarantine/${mail.id}/raw`);
  expect(saved.headers.get('content-disposition')).toContain(`${mail.id}.eml`);
  expect(saved.headers.get('content-security-policy')).toMatch(/^sandbox/);
  expect(saved.html).toBe(raw);

  const again = await clerk.post(`/inbox/quarantine/${mail.id}/again`, { _csrf: tokenIn(page.html) });
  expect(again.headers.get('location')).toBe('/inbox/quarantine?done=again');
  expect((await mails.settled(mail.id)).state).toBe('quarantined');
  const aside = await clerk.post(`/inbox/quarantine/${mail.id}/aside`, { _csrf: tokenIn(page.html) });
  expect(aside.headers.get('location')).toBe('/inbox/quarantine?done=aside');
  expect((await clerk.get('/inbox/quarantine?shelf=aside')).html).toContain('zlo@example.org');
  expect((await mails.app.get(HealthService).readiness()).parts['inbound-email']).toEqual({ ok: true });
  expect(
    await rows(
      mails.sql,
      'SELECT kind, account_id FROM inbound_email_event WHERE inbound_id = $1 ORDER BY id',
      [mail.id],
    ),
  ).toEqual([
    { kind: 'quarantined', account_id: null },
    ...['read', 'download', 'again'].map((kind) => ({ kind, account_id: clerk.accountId })),
    { kind: 'quarantined', account_id: null },
    { kind: 'aside', account_id: clerk.accountId },
  ]);
});

test('only who keeps the register acts, auditors look, and for others there is nothing', async () => {
  const { mail } = await mails.take(hostile());
  expect((await drafter.get('/inbox/quarantine')).status).toBe(403);
  expect((await drafter.get('/inbox')).html).not.toContain('/inbox/quarantine');
  const page = await auditor.get(`/inbox/quarantine/${mail.id}`);
  expect(page.status).toBe(200);
  expect(page.html).not.toContain('<form method="post" action="/inbox/quarantine');
  const denied = await auditor.post(`/inbox/quarantine/${mail.id}/again`, { _csrf: tokenIn(page.html) });
  expect(denied.status).toBe(403);
  // A mail that became a letter is found by its letter alone.
  const { mail: done } = await mails.take(plainMail());
  for (const id of [done.id, '00000000-0000-7000-8000-000000000000', 'x'])
    expect((await clerk.get(`/inbox/quarantine/${id}`)).status).toBe(404);
});
