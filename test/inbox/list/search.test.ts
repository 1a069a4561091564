import { type AtDesk, Office } from '../office.js';

let office: Office;
let desk: AtDesk;
let letter: { id: string; reference: string };

beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['triage']);
  letter = await office.letter({
    name: 'Љиљана',
    surname: 'Ђорђевић',
    municipality: 'Чачак',
    subject: 'Жалба на решење',
    message: 'Чекам на операцију кука већ годину дана.',
  });
  await office.letter({
    name: 'Ana',
    surname: 'Marjanović',
    municipality: 'Novi Sad',
    subject: 'Stanovanje',
    message: 'Zgrada je oštećena u požaru.',
  });
  await office.letter(
    { name: 'Petar', surname: 'Petrović', subject: null, message: 'Друга ствар 100%.' },
    { state: 'closed' },
  );
  await office.indexed();
});
afterAll(() => office.stop());

test.each([
  'Ђорђевић',
  'Đorđević',
  'djordjevic',
  'ЂОРЂЕВИЋ',
  'Ljiljana',
  'жалбе',
  'žalba',
  'zalbama',
  'operaciju',
  'операција',
  'Čačak',
  'cacak',
  'Đorđ',
])('%s finds the letter, whatever script and case it was written in', async (q) =>
  expect(await desk.list(`?q=${encodeURIComponent(q)}`)).toEqual([letter.reference]),
);

test('a reference finds its letter however it is typed, and a register number too', async () => {
  await office.registered();
  const { html } = await desk.get(`/inbox/letters/${letter.reference}`);
  const number = /<b>(\d{4}-\d{6})<\/b>/.exec(html)![1];
  expect(await desk.list(`?q=${letter.reference.toLowerCase().replace('-', ' ')}`)).toEqual([
    letter.reference,
  ]);
  expect(await desk.list(`?q=${number}`)).toEqual([letter.reference]);
});

test('words must all be there', async () => {
  expect(await desk.list('?q=жалба+операција')).toEqual([letter.reference]);
  expect(await desk.list('?q=жалба+požar')).toEqual([]);
});

test('search reaches the closed letters, a filter still narrows it', async () => {
  expect(await desk.list('?q=Petrović')).toHaveLength(1);
  expect(await desk.list('?q=Petrović&state=received')).toEqual([]);
});

test('a percent sign is a sign, not a wildcard', async () => {
  expect(await desk.list('?q=%25%25%25')).toEqual([]);
  expect(await desk.list('?q=___')).toEqual([]);
});

test('what is found of a search is only what the searcher may see', async () => {
  const drafter = await office.officer(['drafter'], { unit: 'legal' });
  expect(await drafter.list('?q=Ђорђевић')).toEqual([]);
  expect(await drafter.list(`?q=${letter.reference}`)).toEqual([]);
});

test('nothing found says what was sought, as text', async () => {
  const { html } = await desk.get(`/inbox?q=${encodeURIComponent('<b>нема</b>')}&channel=post`);
  expect(html).toContain('No letters for “&lt;b>нема&lt;/b>”.');
  expect(html).toContain('Search all letters');
});

test('a letter is found by its reference before it is indexed', async () => {
  const { reference } = await office.letter({ message: 'Тек је стигло.' });
  expect(await desk.list(`?q=${reference}`)).toEqual([reference]);
});
