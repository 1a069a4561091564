import { rows } from '../../../src/database/rows.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let triage: AtDesk;
let drafter: AtDesk;
let seen: { id: string; reference: string };
let foreign: { id: string; reference: string };

beforeAll(async () => {
  office = await Office.open();
  triage = await office.officer(['triage'], { language: 'sr-Latn' });
  drafter = await office.officer(['drafter'], { unit: 'social' });
  seen = await office.letter({ name: 'Љиљана', surname: 'Ђорђевић' }, { unit: 'social', state: 'triaged' });
  foreign = await office.letter({ name: 'Đorđe', surname: 'Đaković' }, { unit: 'legal', state: 'triaged' });
  await office.registered();
  await office.indexed();
});
afterAll(() => office.stop());

interface Offered {
  group: string;
  label: string;
  small?: string;
  insert: string;
  href?: string;
}

async function offered(desk: AtDesk, part: string, whole = part): Promise<Offered[]> {
  const { html } = await desk.get(`/inbox/suggestions?${new URLSearchParams({ part, q: whole })}`);
  return (JSON.parse(html) as { suggestions: Offered[] }).suggestions;
}
const inserts = async (desk: AtDesk, part: string) => (await offered(desk, part)).map(({ insert }) => insert);

test.each([
  ['opš', 'opština:'],
  ['кат', 'kategorija:'],
  ['state', 'stanje:'],
  ['penz', 'kategorija:Penzije'],
  ['ЧАЧ', 'opština:Čačak'],
  ['opstina:novi s', 'opstina:"Novi Sad"'],
  ['-stanje:u r', '-stanje:"U radu"'],
  ['unit:petit', undefined],
  ['unit:preds', 'unit:Predstavke'],
  ['has:', 'has:prilog'],
  ['djordj', 'od:"Љиљана Ђорђевић"'],
  ['from:Đako', 'from:"Đorđe Đaković"'],
])('%s offers %s', async (part, insert) => {
  const found = await inserts(triage, part);
  if (insert === undefined) expect(found).toEqual([]);
  else expect(found).toContain(insert);
});

test('what is offered finds, when it is taken, what it says', async () => {
  for (const part of ['djordj', 'from:Đako']) {
    const [insert] = (await inserts(triage, part)).filter((text) => /^(od|from):/.test(text));
    expect(await triage.list(`?q=${encodeURIComponent(insert!)}`)).toHaveLength(1);
  }
});

test('a letter is offered by the beginning of its reference or register number, as far as it may be seen', async () => {
  const [{ year, number }] = (await rows<{ year: number; number: number }>(
    office.sql,
    'SELECT year, number FROM register_entry WHERE letter_id = $1',
    [seen.id],
  )) as [{ year: number; number: number }];
  const links = async (desk: AtDesk, part: string) =>
    (await offered(desk, part)).flatMap(({ href }) => href ?? []);
  const whole = String(number).padStart(6, '0');
  const theirs = `/inbox/letters/${foreign.reference}`;
  for (const part of [
    seen.reference.slice(0, 6).toLowerCase(),
    `${year}-${number}`,
    `${year}/${whole.slice(0, 5)}`,
  ])
    expect(await links(triage, part)).toContain(`/inbox/letters/${seen.reference}`);
  expect(await links(triage, `${year}-`)).toContain(theirs);
  expect(await links(drafter, `${year}-`)).toEqual([`/inbox/letters/${seen.reference}`]);
  expect(await links(drafter, foreign.reference.slice(0, 6))).not.toContain(theirs);
});

test('names are those of letters that the officer may see', async () => {
  expect(JSON.stringify(await offered(drafter, 'dj'))).toContain('Ђорђевић');
  expect(JSON.stringify(await offered(drafter, 'dj'))).not.toContain('Đaković');
  expect(JSON.stringify(await offered(drafter, 'from:dja'))).not.toContain('Đaković');
});

test('an officer’s own searches are offered, forgotten one by one, and nobody else’s', async () => {
  await office.sql.query('DELETE FROM recent_search');
  await triage.get('/inbox?q=%D0%BC%D0%BE%D1%81%D1%82');
  await triage.get('/inbox?q=bujica');
  await triage.get('/inbox?q=mimo&state=closed');
  const recent = async (desk: AtDesk, part = '') =>
    (await offered(desk, part))
      .filter(({ group }) => /nedavne|recent/.test(group))
      .map(({ insert }) => insert);
  expect(await recent(triage)).toEqual(['bujica', 'мост', '']);
  expect(await recent(triage, 'mos')).toEqual(['мост']);
  expect(await recent(drafter)).toEqual([]);

  const { html } = await triage.get('/inbox/searches');
  await triage.post('/inbox/searches', { _csrf: tokenIn(html), query: 'мост' });
  expect(await recent(triage)).toEqual(['bujica', '']);
  for (let more = 0; more < 25; more += 1) await triage.get(`/inbox?q=word${more}`);
  expect((await triage.get('/inbox/searches')).html.match(/name="query"/g)).toHaveLength(20);
  await triage.post('/inbox/searches', { _csrf: tokenIn(html) });
  expect(await recent(triage)).toEqual([]);
});

test('odd parts are no error, and without a role that reads letters nothing is offered', async () => {
  for (const part of [
    '"',
    ':',
    'от:',
    '-',
    '%_\\',
    'a'.repeat(2_000),
    '\u0000',
    'from:"',
    '2026-',
    '9999-999999999',
  ])
    expect([part.slice(0, 20), Array.isArray(await offered(triage, part))]).toEqual([
      part.slice(0, 20),
      true,
    ]);
  const press = await office.officer(['press']);
  expect((await press.get('/inbox/suggestions?part=dj')).status).toBe(403);
});
