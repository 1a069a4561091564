import { type AtDesk, Office } from '../office.js';

let office: Office;
let triage: AtDesk;

beforeAll(async () => {
  office = await Office.open();
  triage = await office.officer(['triage']);
  const about = (place: string, at: string, then: Parameters<Office['letter']>[1]) =>
    office.letter(
      { municipality: place, municipalityCode: null, message: 'Мост на реци.' },
      { ...then, receivedAt: new Date(at) },
    );
  await about('Ниш', '2024-12-31T23:30:00Z', { state: 'in_work', unit: 'social', category: 'health' });
  await about('Niš', '2025-05-01T10:00:00Z', { state: 'in_work', unit: 'social', category: 'waiting-lists' });
  await about('Нишка Бања', '2026-01-02T10:00:00Z', { state: 'closed', unit: 'legal', category: 'pensions' });
  await office.letter({ subject: null, message: 'Друга ствар.' });
  await office.indexed();
});
afterAll(() => office.stop());

/** The links of the page: what they say, with their counts, and where they lead. */
async function narrowed(desk: AtDesk, query: string) {
  const { html } = await desk.get(`/inbox/narrowing?${query}`);
  return [...html.matchAll(/<a class="chip" href="([^"]+)">(.*?)<\/a>/gs)].map(([, href, words]) => ({
    words: words!.replace(/<[^>]*>/g, ''),
    query: href!.replaceAll('&amp;', '&').replace('/inbox', ''),
  }));
}

test('every count is what its link finds', async () => {
  const links = await narrowed(triage, 'q=most');
  expect(links.map(({ words }) => words)).toEqual([
    'In work 2',
    'Closed 1',
    'Health 2',
    'Pensions 1',
    ...['Social affairs and health 2', 'Legal affairs and pardons 1'],
    // All of them begin like "Niš", which therefore narrows nothing.
    'Нишка Бања 1',
    ...['2026 1', '2025 2'],
  ]);
  for (const { words, query } of links)
    expect(`${words}: ${(await triage.list(query)).length}`).toMatch(/(\d+): \1$/);
});

test('hits of one category part by what it holds, and filters stay', async () => {
  const health = await narrowed(triage, 'q=most+category:health&state=in_work');
  expect(health.map(({ words }) => words)).toEqual(['Waiting lists 1']);
  expect(health[0]!.query).toContain('state=in_work');
});

test('the fold stands beside hits only, and only what may be seen is counted', async () => {
  expect((await triage.get('/inbox?q=most')).html).toContain('id="narrowing"');
  expect((await triage.get('/inbox')).html).not.toContain('id="narrowing"');
  const drafter = await office.officer(['drafter'], { unit: 'legal' });
  expect(await narrowed(drafter, 'q=most')).toEqual([]);
  expect((await drafter.get('/inbox/narrowing?q=most')).html).not.toContain('Social');
});

test('hits that are dear to count are counted to the last once the page is there', async () => {
  await office.sql.query(
    `WITH many AS (
       INSERT INTO letter (reference, channel, language, state, name, surname, municipality, address, country, message)
       SELECT 'ZZZZ-' || lpad(n::text, 4, '0'), 'web', 'sr-Cyrl', 'closed', 'Ана', 'Васић', 'Ниш', 'Нова 1', 'RS', 'скела'
       FROM generate_series(1, 1203) n RETURNING id, received_at
     )
     INSERT INTO letter_search (letter_id, received_at, name_key, words)
     SELECT id, received_at, ' ana vasic', to_tsvector('serbian', 'skela') FROM many`,
  );
  const { html } = await triage.get('/inbox?q=skela');
  const [, address, words] = /<turbo-frame id="hits" [^>]*src="([^"]+)"[^>]*>([^<]*)</.exec(html)!;
  expect(words).toBe('more than 50 letters');
  const counted = await triage.get(address!.replaceAll('&amp;', '&'), { 'turbo-frame': 'hits' });
  expect(counted.html).toContain('1203 letters');
  // What is cheap is told at once, and a filter counts too.
  expect((await triage.get('/inbox?q=most')).html).not.toContain('id="hits"');
  expect((await triage.get('/inbox?q=skela+category:health')).html).toContain('0 letters');
});
