import { getDocumentProxy, extractText } from 'unpdf';
import { dayInWords } from '../../../src/calendar/dates.js';
import { calendarDay } from '../../../src/calendar/working-days.js';
import { rows } from '../../../src/database/rows.js';
import { samples } from '../../files/samples.js';
import type { AtDesk, Office } from '../../inbox/office.js';
import { enter, openEntry, openPostOffice, sendEntry, WRITER } from './post-office.js';

let office: Office;
let clerk: AtDesk;
beforeAll(async () => {
  office = await openPostOffice();
  clerk = await office.officer(['clerk'], { name: 'Јована Ристић' });
}, 60_000);
afterAll(() => office?.stop());

const letterOf = async (reference: string) =>
  (
    await rows<Record<string, unknown>>(
      office.sql,
      `SELECT letter.*, paper.arrived_on::text AS arrived_on, paper.sender_number, paper.sender_date::text AS sender_date,
              paper.enclosures, paper.entered_by, paper.same_as
       FROM letter JOIN letter_paper paper ON paper.letter_id = letter.id WHERE reference = $1`,
      [reference],
    )
  )[0]!;
const today = () => calendarDay(new Date());
const count = async (table: string) =>
  (await rows<{ count: number }>(office.sql, `SELECT count(*)::int AS count FROM ${table}`))[0]!.count;

describe('a letter on paper', () => {
  test('is registered as it was read, with its scan, the day of its arrival and who entered it', async () => {
    const scan = new File([samples.png], 'koverta.png', { type: 'image/png' });
    const reference = await enter(
      clerk,
      {
        ...WRITER,
        senderNumber: '03-12/26',
        senderDate: '8.3.2026',
        enclosures: '2',
        arrivedOn: dayInWords(today()),
      },
      [scan],
    );
    expect(await letterOf(reference)).toMatchObject({
      ...{ channel: 'post', state: 'received', language: 'sr-Cyrl', reply_by: 'post', message: '' },
      ...{ municipality: 'Лучани', municipality_code: '70742', arrived_on: today(), enclosures: 2 },
      ...{ sender_number: '03-12/26', sender_date: '2026-03-08', entered_by: clerk.accountId },
    });
    await office.registered();
    const { html } = await clerk.get(`/inbox/letters/${reference}`);
    expect(html).toMatch(/arrives by post and is registered under \d{4}-\d{6}\. Jovana Ristić enters it\./);
    expect(html).toContain('Number on the letter: 03-12/26; Date on the letter: 08.03.2026.');
    expect(html).toContain('koverta.png');
    const next = await clerk.get(`/inbox/post/new?saved=${reference}&on=2026-03-09`);
    expect(next.html).toMatch(new RegExp(`Registered under \\d{4}-\\d{6}, reference ${reference}`));
    expect(next.html).toContain('value="09.03.2026."');
  });

  test('is never refused for what its writer left out: without address it is marked, without anything it is none', async () => {
    const anonymous = await enter(clerk, { message: 'Нећу да кажем ко сам.' });
    expect(await letterOf(anonymous)).toMatchObject({ state: 'details_needed', name: '', address: '' });
    const { action, hidden } = await openEntry(clerk);
    const empty = await sendEntry(clerk, action, hidden);
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('Write at least something');
    const wrong = { ...WRITER, email: 'radisav@', arrivedOn: '31.12.2199', enclosures: 'два' };
    const refused = await sendEntry(clerk, action, { ...hidden, ...wrong });
    expect(refused.status).toBe(422);
    for (const said of [
      'cannot arrive in the future',
      'Correct the e-mail',
      'write a number',
      'value="Турица бб"',
    ])
      expect(refused.html).toContain(said);
  });

  test('counts its term from the day on which it arrived, also when that day was last week', async () => {
    const arrivedOn = '2026-03-02';
    const { due_on, term_from } = await letterOf(await enter(clerk, { ...WRITER, arrivedOn }));
    expect(calendarDay(term_from as Date)).toBe(arrivedOn);
    expect(calendarDay(due_on as Date)).toBe('2026-04-01');
  });

  test('is one letter however often its form is sent, also at once; with other words it names the first', async () => {
    const before = await count('letter');
    const { action, hidden } = await openEntry(clerk);
    const pressed = await Promise.all(
      Array.from({ length: 4 }, () => sendEntry(clerk, action, { ...hidden, ...WRITER })),
    );
    expect(new Set(pressed.map(({ location }) => location)).size).toBe(1);
    expect(await count('letter')).toBe(before + 1);
    const reference = new URL(pressed[0]!.location, clerk.url).searchParams.get('saved')!;
    const changed = await sendEntry(clerk, action, { ...hidden, ...WRITER, name: 'Раде' });
    expect(changed.status).toBe(409);
    expect(changed.html).toContain(`registered already, as the letter ${reference}`);
    expect(await count('letter')).toBe(before + 1);
  });

  test('of somebody who wrote before in the other script is filled in and linked, without a script too', async () => {
    const earlier = await office.letter({
      ...{
        name: 'Đorđe',
        surname: 'Šarčević',
        address: 'Zlatiborska 5',
        municipality: 'Užice',
        phone: '031 512 345',
      },
      email: null,
    });
    await office.indexed();
    const typed = { name: 'Ђорђе', surname: 'Шарч', address: 'Нова 7' };
    const { action, hidden } = await openEntry(clerk);
    const found = await sendEntry(clerk, action, { ...hidden, ...typed, do: 'find' });
    expect(found.html).toContain(`value="same:${earlier.reference}"`);
    const filled = await sendEntry(clerk, action, { ...hidden, ...typed, do: `same:${earlier.reference}` });
    for (const value of ['Ђорђе', 'Šarčević', 'Нова 7', 'Užice', '031 512 345', earlier.reference])
      expect(filled.html).toContain(`value="${value}"`);
    const reference = await enter(clerk, {
      name: 'Ђ.',
      surname: 'Шарчевић',
      subject: 'Опет',
      sameAs: earlier.reference,
    });
    expect((await letterOf(reference)).same_as).toBe(earlier.id);
    await office.indexed();
    for (const [one, other] of [
      [reference, earlier.reference],
      [earlier.reference, reference],
    ])
      expect((await clerk.get(`/inbox/letters/${one}`)).html).toMatch(
        new RegExp(`class="related".*/inbox/letters/${other}`, 's'),
      );
  });

  test('is acknowledged by e-mail, or by a slip with both numbers and the private page', async () => {
    const emailed = await enter(clerk, { ...WRITER, email: 'radisav@primer.rs' });
    const { id } = await letterOf(emailed);
    expect(await rows(office.sql, 'SELECT kind FROM outgoing_email WHERE subject_id = $1', [id])).toEqual([
      { kind: 'letter.acknowledgement' },
    ]);
    expect((await clerk.get(`/inbox/post/slips/${emailed}.pdf`)).status).toBe(404);
    const reference = await enter(clerk, { ...WRITER, language: 'sr-Latn' });
    const words = await wordsOf(`/inbox/post/slips/${reference}.pdf`);
    for (const said of [reference, 'Potvrda o prijemu', 'Radisav Luković', '/lat/letters/'])
      expect(words.join(' ')).toContain(said);
    expect(words.join(' ')).toMatch(/\d{4}-\d{6}/);
    const day = await wordsOf('/inbox/post/slips.pdf');
    expect(day.filter((page) => page.includes(reference))).toHaveLength(1);
    expect(day.some((page) => page.includes(emailed))).toBe(false);
  });

  test('is entered by clerks alone; scans go ahead of their form and only under their own token', async () => {
    const drafter = await office.officer(['drafter', 'auditor', 'admin'], { unit: 'social' });
    for (const path of ['/inbox/post/new', '/inbox/post/people?name=Радисав', '/inbox/post/slips.pdf'])
      expect([403, 404]).toContain((await drafter.get(path)).status);
    const { html, action, hidden } = await openEntry(clerk);
    const body = new FormData();
    body.append('attachments', new File([samples.pdf], 'pismo.pdf'));
    body.append('attachments', new File([samples.exe], 'pismo.exe'));
    const token = /name="csrf-token" content="([^"]+)"/.exec(html)![1]!;
    const answer = await fetch(`${clerk.url}/inbox/post/scans`, {
      method: 'POST',
      body,
      headers: { cookie: `pismo_session=${clerk.cookies.get('pismo_session')!}`, 'x-csrf-token': token },
    });
    const told = (await answer.json()) as { kept: string[]; refused: string[] };
    expect(told.refused).toEqual([expect.stringContaining('pismo.exe')]);
    const keptAttachment = /value="([^"]+)"/.exec(told.kept[0]!)![1]!;
    expect((await clerk.get(`/inbox/post/scans/${keptAttachment}`)).headers.get('content-type')).toBe(
      'application/pdf',
    );
    expect((await clerk.get(`/inbox/post/scans/${keptAttachment.slice(0, -2)}xx`)).status).toBe(404);
    const { location } = await sendEntry(clerk, action, { ...hidden, keptAttachment });
    const reference = new URL(location, clerk.url).searchParams.get('saved')!;
    expect(
      await rows(office.sql, 'SELECT name FROM letter_attachment WHERE letter_id = $1', [
        (await letterOf(reference)).id,
      ]),
    ).toEqual([{ name: 'pismo.pdf' }]);
  });
});

async function wordsOf(path: string): Promise<string[]> {
  const answer = await fetch(clerk.url + path, {
    headers: { cookie: `pismo_session=${clerk.cookies.get('pismo_session')!}` },
  });
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(document)).text;
}
