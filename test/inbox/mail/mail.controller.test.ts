import { ContactModule } from '../../../src/contact/contact.module.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { safeDocument, safeHtml } from '../../../src/inbox/mail/safe-html.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import { MailOffice, plainMail } from '../../letters/inbound/mail-office.js';
import { type AtDesk, Office } from '../office.js';

let mails: MailOffice;
let office: Office;
let triage: AtDesk;
beforeAll(async () => {
  mails = await MailOffice.open({ rooms: [HealthModule, WebModule, InboxModule, ContactModule] });
  office = Office.around(mails.app);
  triage = await office.officer(['triage']);
});
afterAll(() => mails.stop());

const MAIL = () =>
  plainMail({
    headers: { 'Content-Type': 'multipart/mixed; boundary=b', Precedence: 'list', From: 'lista@example.org' },
    body: [
      '--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n',
      '<p>Молба</p><script>alert(1)</script><img src="http://t.example/x.gif" alt="грб"><a href="https://evil.example/">банка</a>',
      '<blockquote>раније писмо</blockquote>\r\n',
      '--b\r\nContent-Type: application/zip; name="=?utf-8?B?0YHQu9C40LrQtS56aXA=?="\r\n\r\nPK\r\n--b--\r\n',
    ].join(''),
  });

test('a letter shows what its mail holds beside it, why nobody was answered, and folds what is quoted', async () => {
  const { letter } = await mails.take(MAIL(), 'lista@example.org');
  const { html } = await triage.get(`/inbox/letters/${letter!.reference}`);
  expect(html).toContain('The e-mail of which the letter was made');
  expect(html).toContain('слике.zip (1 kB, a type that is not taken)');
  expect(html).toContain('No automatic e-mail was sent to the sender: it is marked as bulk.');
  expect(html).toMatch(/<details[^>]*><summary[^>]*>Earlier e-mails quoted below \(1\)<\/summary>/);
  const other = await office.letter();
  expect((await triage.get(`/inbox/letters/${other.reference}`)).html).not.toContain('mail-heading');
});

test('its HTML is shown in a frame that can do nothing, and its bytes are saved as they came', async () => {
  const raw = MAIL();
  const { letter } = await mails.take(raw, 'lista@example.org');
  const path = `/inbox/letters/${letter!.reference}/mail`;
  const page = await triage.get(path);
  expect(page.html).toMatch(new RegExp(`<iframe [^>]*src="${path}/html"[^>]*sandbox(=""|>)`));
  expect(page.headers.get('content-security-policy')).toContain("frame-src 'self'");
  const frame = await triage.get(`${path}/html`);
  expect(frame.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'.*script-src 'none'.*sandbox/,
  );
  expect(frame.html).toContain('<p>Молба</p>');
  expect(frame.html).not.toMatch(/<script|<img|href=|http:\/\/t/);
  const saved = await triage.get(`${path}/raw`);
  expect(saved.html).toBe(raw);
  expect(saved.headers.get('content-disposition')).toContain('.eml');
  const reads = await office.events(letter!.id, 'read');
  expect(reads.filter(({ accountId }) => accountId === triage.accountId)).toHaveLength(2);
});

test('who may not see the letter does not see its mail', async () => {
  const { letter } = await mails.take(MAIL(), 'lista@example.org');
  const drafter = await office.officer(['drafter'], { unit: 'legal' });
  for (const part of ['', '/html', '/raw'])
    expect((await drafter.get(`/inbox/letters/${letter!.reference}/mail${part}`)).status).toBe(404);
  const web = await office.letter();
  expect((await triage.get(`/inbox/letters/${web.reference}/mail/raw`)).status).toBe(404);
});

test.each([
  ['<p onclick="x()" style="position:fixed">a</p>', '<p>a</p>'],
  ['<svg><script>1</script></svg><math><mtext>x', 'x'],
  ['<iframe srcdoc="<script>1</script>"></iframe><object data=x>', ''],
  ['<form action=x><input name=password><button>ok</button></form>', 'ok'],
  ['<a href="javascript:alert(1)">b</a>', '<u title="javascript:alert(1)">b</u>'],
  ['<base href="http://x"><meta http-equiv=refresh content=0><link rel=stylesheet href=x>', ''],
  [
    '<table><tr><td colspan="2" onmouseover=x>c</td></tr></table>',
    '<table><tr><td colspan="2">c</td></tr></table>',
  ],
])('%s becomes %s', (html, safe) => {
  expect(safeHtml(html)).toBe(safe);
});

test('HTML that is too long is shown to its limit, and says so', () => {
  const long = safeDocument(`<p>${'а'.repeat(400_000)}</p>`, 'sr', 'предугачко');
  expect(long).toContain('<body><p><strong>предугачко</strong></p>');
  expect(long.length).toBeLessThan(310_000);
  expect(safeDocument('<p>а</p>', 'sr', 'предугачко')).not.toContain('предугачко');
});
