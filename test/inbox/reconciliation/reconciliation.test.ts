import { calendarDay } from '../../../src/calendar/working-days.js';
import { pilePdf } from '../../contact/post/pile-files.js';
import { enter, openPostOffice, WRITER } from '../../contact/post/post-office.js';
import { tokenIn } from '../../staff/browser.js';
import type { AtDesk, Office } from '../office.js';

let office: Office;
let clerk: AtDesk;
beforeAll(async () => {
  office = await openPostOffice();
  clerk = await office.officer(['clerk'], { name: 'Јована Ристић' });
}, 60_000);
afterAll(() => office?.stop());

const PAGE = '/inbox/reconciliation';
const today = () => calendarDay(new Date());
/** The number beside a name, in the card of this heading. */
const numberOf = (html: string, card: string, name: string) =>
  new RegExp(`id="${card}-heading".*?${name}[^<]*</th><td class="num">([^<]*)<`, 's').exec(html)?.[1];
const count = async (envelopes: string, day: string = today()) => {
  const _csrf = tokenIn((await clerk.get(PAGE)).html);
  return (await clerk.post(PAGE, { _csrf, day, envelopes })).headers.get('location');
};

test('a day agrees until an envelope is counted that nobody entered; it is named until it is', async () => {
  expect((await clerk.get(PAGE)).html).toContain('Everything agrees');
  await enter(clerk, WRITER);
  await enter(clerk, { ...WRITER, arrivedOn: '2026-03-02' });
  await office.letter();
  await office.registered();
  expect((await clerk.get(PAGE)).html).toContain('Nobody has counted the envelopes of that day');
  expect(await count('два')).toBe(`${PAGE}?day=${today()}&told=bad`);
  expect(await count('2')).toBe(`${PAGE}?day=${today()}&told=saved`);
  const short = (await clerk.get(PAGE)).html;
  expect(short).toContain('neither entered, nor waiting, nor put aside: 1.');
  expect(numberOf(short, 'post', 'Envelopes counted \\(Jovana Ristić')).toBe('2');
  expect(numberOf(short, 'post', 'Letters with this day of arrival')).toBe('1');
  expect(numberOf(short, 'web', 'Entered in the register')).toBe('1');
  expect(numberOf((await clerk.get(`${PAGE}?day=2026-03-02`)).html, 'post', 'Entered in the register')).toBe(
    '1',
  );
  await enter(clerk, WRITER);
  await office.registered();
  expect((await clerk.get(PAGE)).html).toContain('Everything agrees');
  // A correction is another count; the last one holds.
  await count('1');
  expect((await clerk.get(PAGE)).html).toContain('than were counted: 1.');
  await count('2');
});

test('scans that wait and mails in quarantine are accounted for, and named with the way to them', async () => {
  const { html } = await clerk.get('/inbox/post');
  const body = new FormData();
  body.append('scans', new File([new Uint8Array(await pilePdf(['а', 'SEPARATOR', 'б']))], 'posta.pdf'));
  const action = /action="(\/inbox\/post\?_csrf=[^"]+)"/.exec(html)![1]!;
  const headers = { cookie: `pismo_session=${clerk.cookies.get('pismo_session')!}` };
  await fetch(clerk.url + action, { method: 'POST', body, headers });
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const [waiting] = await office.sql.query('SELECT count(*)::int AS count FROM post_scan');
    if (waiting.count === 2) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await count('4');
  await office.sql.query(
    `INSERT INTO inbound_email (sha256, size, envelope_sender, envelope_recipient, state, reason, received_at)
     VALUES ('a', 1, '', 'pisma@office.example', 'quarantined', 'broken', now()),
            ('b', 1, '', 'pisma@office.example', 'aside', 'report', now()),
            ('c', 1, '', 'pisma@office.example', 'quarantined', 'broken', now() - interval '3 days')`,
  );
  const page = (await clerk.get(PAGE)).html;
  expect(page).toContain('Scanned envelopes that wait to be entered: 2.');
  expect(page).toContain('E-mails in quarantine: 1.');
  expect(page).toMatch(/href="\/inbox\/quarantine"/);
  expect(page).not.toMatch(/neither entered|than were counted|nobody knows/);
  expect([numberOf(page, 'email', 'Arrived'), numberOf(page, 'email', 'Put aside')]).toEqual(['2', '1']);
});

test('administrators see the numbers and cannot count; the press and drafters see nothing', async () => {
  const admin = await office.officer(['admin']);
  const { status, html } = await admin.get(PAGE);
  expect(status).toBe(200);
  expect(html).not.toMatch(/name="envelopes"|href="\/inbox\/quarantine"/);
  const _csrf = tokenIn((await admin.get('/staff/account')).html);
  expect((await admin.post(PAGE, { _csrf, day: today(), envelopes: '9' })).status).toBe(403);
  for (const roles of [['press'], ['auditor']] as const)
    expect((await (await office.officer([...roles])).get(PAGE)).status).toBe(403);
  expect((await clerk.get(`${PAGE}?day=2999-01-01`)).html).toContain('name="envelopes"');
});
