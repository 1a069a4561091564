import { createHash } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { FileReferences } from '../../../src/files/file-references.js';
import { rows } from '../../../src/database/rows.js';
import { calendarDay } from '../../../src/calendar/working-days.js';
import { ReadingLists } from '../../../src/letters/reading-list/reading-lists.service.js';
import { ReadingListRefused } from '../../../src/letters/reading-list/reading-list.refused.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

const LIST = '/inbox/reading-list';
const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const today = calendarDay(new Date());

let office: Office;
let jovana: AtDesk;
let marko: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  jovana = await office.officer(['triage'], { name: 'Јована Ристић' });
  marko = await office.officer(['drafter'], { name: 'Марко Илић', unit: 'social' });
}, 60_000);
afterAll(() => office?.stop());
beforeEach(async () => {
  await rows(office.sql, 'DELETE FROM reading_list');
});

const officer = () => ({ accountId: jovana.accountId, roles: ['triage' as const], unit: null });
const put = (reference: string, introduction = 'Слика једне улице.') =>
  jovana.act(reference, 'for-reading', { introduction });
const listed = (html: string) => [...html.matchAll(/id="listed-([^"]+)"/g)].map(([, reference]) => reference);
async function post(path: string, fields: Record<string, string> = {}) {
  const { html } = await jovana.get(LIST);
  return jovana.post(path, { _csrf: tokenIn(html), ...fields });
}
const change = (reference: string, action: string, introduction = '') =>
  post(`${LIST}/changes`, { reference, do: action, introduction });

test('letters are put on the list, ordered, introduced anew and taken off, and say so', async () => {
  const [one, two, three] = [await office.letter(), await office.letter(), await office.letter()];
  for (const { reference } of [one, two, three]) expect((await put(reference)).status).toBe(303);
  expect(listed((await jovana.get(LIST)).html)).toEqual([one.reference, two.reference, three.reference]);
  await change(three.reference, 'up');
  await change(one.reference, 'down');
  expect(listed((await jovana.get(LIST)).html)).toEqual([three.reference, one.reference, two.reference]);
  // At the end there is nowhere to go.
  await change(two.reference, 'down');
  await change(three.reference, 'up');
  expect(listed((await jovana.get(LIST)).html)).toEqual([three.reference, one.reference, two.reference]);
  await change(two.reference, 'save', 'Читав разред пише.');
  await change(one.reference, 'remove');
  const { html } = await jovana.get(LIST);
  expect(listed(html)).toEqual([three.reference, two.reference]);
  expect(html).toContain('Читав разред пише.');
  expect((await jovana.get('/inbox')).html).toMatch(
    /Letters for the President\s*<span class="n">2\/10<\/span>/,
  );
  expect((await office.events(one.id)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['reading', 'reading-removal']),
  );
  expect((await jovana.get(`/inbox/letters/${two.reference}`)).html).toContain(
    'on the list for the President',
  );
});

test('a sentence is asked for; a letter stands on it once, no more than ten do, and none that is over', async () => {
  const { reference } = await office.letter();
  const wordless = await put(reference, '  ');
  expect([wordless.status, wordless.html.includes('Write in one sentence')]).toEqual([422, true]);
  await put(reference);
  expect((await put(reference)).status).toBe(409);
  const spam = await office.letter({}, { state: 'spam' });
  expect((await put(spam.reference)).status).toBe(409);
  for (let count = 1; count < 10; count += 1) await put((await office.letter()).reference);
  const eleventh = await put((await office.letter()).reference);
  expect([eleventh.status, eleventh.html.includes('has 10 letters already')]).toEqual([409, true]);
  const again = await change(reference, 'save', '');
  expect(again.status).toBe(422);
  expect(listed((await jovana.get(LIST)).html)).toHaveLength(10);
});

test('two officers who put letters on an empty list at once put them on one list, in different places', async () => {
  const letters = await Promise.all(Array.from({ length: 12 }, () => office.letter()));
  const lists = office.app.get(ReadingLists);
  const outcomes = await Promise.allSettled(
    letters.map(({ reference }) => lists.add(reference, 'Вреди прочитати.', officer())),
  );
  const refused = outcomes.filter(({ status }) => status === 'rejected');
  expect(refused.map((outcome) => (outcome as PromiseRejectedResult).reason as unknown)).toEqual([
    new ReadingListRefused('full'),
    new ReadingListRefused('full'),
  ]);
  const positions = await rows<{ position: number }>(
    office.sql,
    'SELECT position FROM reading_list_letter ORDER BY position',
  );
  expect(positions.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('printed as one paper, handed over under its day, taken back while nothing is filed', async () => {
  const { reference, id } = await office.letter({ surname: 'Ђорђевић', message: 'Мост је срушен.' });
  expect((await jovana.get(`${LIST}/letters.pdf`)).status).toBe(404);
  expect((await post(`${LIST}/handing-over`)).status).toBe(409);
  await put(reference, 'Мост који спаја два села.');
  const response = await fetch(`${jovana.url}${LIST}/letters.pdf`, {
    headers: { cookie: `pismo_session=${jovana.cookies.get('pismo_session')}` },
  });
  const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text, totalPages } = await extractText(document, { mergePages: true });
  expect(totalPages).toBe(2);
  expect(text.match(/Мост који спаја два села\./g)).toHaveLength(2);
  expect(text).toContain('Мост је срушен.');
  expect(text).toContain('Прибелешка');

  const handed = await post(`${LIST}/handing-over`);
  expect(handed.headers.get('location')).toBe(`${LIST}/${today}?done=handedOver`);
  expect((await office.events(id, 'presentation'))[0]).toMatchObject({ accountId: jovana.accountId });
  expect(listed((await jovana.get(LIST)).html)).toEqual([]);
  // One list a day: the next waits, or the first is taken back.
  const other = await office.letter();
  await put(other.reference);
  const second = await post(`${LIST}/handing-over`);
  expect([second.status, second.html.includes('handed over today already')]).toEqual([409, true]);
  expect((await post(`${LIST}/${today}/recall`)).status).toBe(409);
  await change(other.reference, 'remove');
  expect((await post(`${LIST}/${today}/recall`)).status).toBe(303);
  expect(listed((await jovana.get(LIST)).html)).toEqual([reference]);
  expect((await jovana.get(`${LIST}/${today}`)).status).toBe(404);
});

describe('an annotation', () => {
  async function read(then: Parameters<Office['letter']>[1]) {
    const letter = await office.letter({}, then);
    await put(letter.reference);
    await post(`${LIST}/handing-over`);
    return letter;
  }
  async function annotate(reference: string, fields: Record<string, string>, scan?: File) {
    const body = new FormData();
    for (const [name, value] of Object.entries({ reference, ...fields })) body.append(name, value);
    if (scan) body.append('scan', scan);
    const token = tokenIn((await jovana.get(LIST)).html);
    return jovana.send(`${LIST}/${today}/annotations?_csrf=${encodeURIComponent(token)}`, {
      method: 'POST',
      body,
    });
  }

  test('is filed to the letter, found by its words, and told to whoever has it', async () => {
    const { id, reference } = await read({
      state: 'in_work',
      unit: 'social',
      assignedTo: marko.accountId,
    });
    expect((await annotate(reference, { annotation: ' ' })).status).toBe(422);
    const filed = await annotate(reference, { annotation: 'Позвати удружење виолиниста.' });
    expect(filed.headers.get('location')).toBe(`${LIST}/${today}?done=filed`);
    expect((await office.events(id, 'annotation'))[0]).toMatchObject({
      accountId: jovana.accountId,
      reason: 'Позвати удружење виолиниста.',
      to: null,
    });
    await office.indexed();
    expect(await jovana.list(`?state=all&q=${encodeURIComponent('violinista')}`)).toEqual([reference]);
    expect(await marko.list('?mentioned=true&state=all')).toEqual([reference]);
    const [owed] = await rows<{ kind: string; recipient: string }>(
      office.sql,
      `SELECT kind, recipient FROM outgoing_email WHERE subject_id = $1 AND kind = 'letter.mention'`,
      [id],
    );
    expect(owed?.recipient).toMatch(/^officer2@/);
    expect(await office.stateOf(id)).toBe('in_work');
    expect((await marko.get(`/inbox/letters/${reference}`)).html).toContain('Annotation of the President');
    // What is filed no longer stands on a list that somebody takes back.
    expect((await post(`${LIST}/${today}/recall`)).status).toBe(409);
  });

  test.each([
    ['answered', 'in_work'],
    ['forwarded', 'in_work'],
    ['closed', 'received'],
    ['triaged', 'triaged'],
  ] as const)('that wants action finds a letter that is %s, and leaves it %s', async (before, after) => {
    const { id, reference } = await read({ state: before, unit: 'social', category: 'health' });
    expect((await annotate(reference, { annotation: 'Проверити.', wish: 'work' })).status).toBe(303);
    expect(await office.stateOf(id)).toBe(after);
    expect((await office.events(id, 'annotation'))[0]).toMatchObject({ to: after === before ? null : after });
  });

  test('keeps the paper it was written on, until another takes its place', async () => {
    const { id, reference } = await read({ state: 'in_work', unit: 'social', assignedTo: marko.accountId });
    const paper = new File([PDF], 'папир "1".pdf');
    expect((await annotate(reference, { annotation: '' }, paper)).html).toContain('Choose the scan again');
    const words = { annotation: 'Честитати.' };
    const lying = await annotate(reference, words, new File(['MZ'], 'снимак.pdf'));
    expect([lying.status, lying.html.includes('снимак.pdf'), lying.html.includes('Честитати.')]).toEqual([
      ...[422, true, true],
    ]);
    expect((await annotate(reference, words, new File(['Само речи.'], 'речи.txt'))).status).toBe(422);
    expect((await annotate(reference, words, paper)).status).toBe(303);
    // The words are mended; the paper stays.
    await annotate(reference, { annotation: 'Честитати лично.' });
    const { html } = await marko.get(`/inbox/letters/${reference}`);
    const [address] = /\/inbox\/letters\/[^"]+\/annotations\/[^"]+/.exec(html)!;
    const got = await marko.get(address);
    expect([got.status, got.html]).toEqual([200, PDF]);
    expect(got.headers.get('content-disposition')).toContain('attachment');
    const sha256 = createHash('sha256').update(PDF).digest('hex');
    expect(await office.app.get(FileReferences).unheld([sha256])).toEqual([]);
    const foreign = await office.officer(['drafter'], { name: 'Стеван Пашић', unit: 'legal' });
    expect((await foreign.get(address)).status).toBe(404);
    await annotate(reference, { annotation: 'Честитати лично.', scanBefore: 'drop' });
    expect((await marko.get(`/inbox/letters/${reference}`)).html).not.toContain('/annotations/');
    expect((await office.events(id, 'annotation')).length).toBe(3);
  });

  test('that wants nothing leaves a closed letter closed', async () => {
    const { id, reference } = await read({ state: 'closed' });
    await annotate(reference, { annotation: 'Лепо писмо.' });
    expect(await office.stateOf(id)).toBe('closed');
  });
});

test('only who sorts letters puts lists together; odd days and letters are not there', async () => {
  const { reference } = await office.letter({}, { unit: 'social', state: 'triaged' });
  expect((await marko.get(LIST)).status).toBe(403);
  expect((await marko.act(reference, 'for-reading', { introduction: 'Ја.' })).status).toBe(404);
  expect((await marko.get('/inbox')).html).not.toContain(LIST);
  for (const day of ['2026-13-01', '2026-1-1', '1999-01-01', 'x'])
    expect([day, (await jovana.get(`${LIST}/${day}`)).status]).toEqual([day, 404]);
  expect((await change('ZZZZ-ZZZZ', 'up')).status).toBe(404);
});
