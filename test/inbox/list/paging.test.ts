import { type AtDesk, linkIn, Office, referencesIn } from '../office.js';

let office: Office;
let desk: AtDesk;
const COUNT = 120;

beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['triage']);
  const at = Date.parse('2026-05-04T09:00:00.123Z');
  for (let index = 0; index < COUNT; index += 1) {
    // Several arrive in one millisecond, and several share their due date or have none: the id parts them.
    const receivedAt = new Date(at + Math.floor(index / 7));
    const dueOn = index % 5 === 0 ? undefined : new Date(at + 86_400_000 * (index % 3));
    await office.letter({ name: `N${index}` }, { receivedAt, dueOn });
  }
  await office.sql.query(
    `UPDATE letter SET due_on = NULL WHERE id IN (SELECT id FROM letter ORDER BY id LIMIT 10)`,
  );
});
afterAll(() => office.stop());

/** Walks from the first page to the last; `between` happens after each page. */
async function walk(query: string, between: () => Promise<unknown> = async () => {}): Promise<string[][]> {
  const pages: string[][] = [];
  let href: string | undefined = `/inbox${query}`;
  while (href !== undefined) {
    const { html } = await desk.get(href);
    pages.push(referencesIn(html));
    href = linkIn(html, 'next');
    await between();
  }
  return pages;
}

test.each(['', '?sort=due'])(
  'every letter is on exactly one page (%s), while letters arrive',
  async (query) => {
    const before = await everyReference();
    const walked = (
      await walk(query, () => office.letter({}, { receivedAt: new Date('2026-06-01T09:00:00Z') }))
    ).flat();
    expect(new Set(walked).size).toBe(walked.length);
    for (const reference of before) expect(walked).toContain(reference);
  },
);

test.each(['', '?sort=due'])('the way back shows the same pages (%s)', async (query) => {
  const there = await walk(query);
  let href: string | undefined = `/inbox${query}`;
  for (
    let next: string | undefined = href;
    next !== undefined;
    next = linkIn((await desk.get(next)).html, 'next')
  )
    href = next;
  const back: string[][] = [];
  while (href !== undefined) {
    const { html }: { html: string } = await desk.get(href);
    back.unshift(referencesIn(html));
    href = linkIn(html, 'prev');
  }
  expect(back.flat()).toEqual(there.flat());
});

test('the list beside a letter is the page that it was opened from, and leads back there', async () => {
  const second = linkIn((await desk.get('/inbox')).html, 'next')!;
  const { html } = await desk.get(second);
  const open = [...html.matchAll(/<a href="([^"]+)"[^>]*data-reference="([^"]+)"/g)][3]!;
  const letter = await desk.get(open[1]!.replaceAll('&amp;', '&'));
  expect(referencesIn(letter.html)).toEqual(referencesIn(html));
  expect(letter.html).toMatch(new RegExp(`aria-current="true" data-reference="${open[2]}"`));
  expect(letter.html).toContain(second.replaceAll('&', '&amp;'));
});

test('a page whose letters have all moved on gives way to the first', async () => {
  const last = Buffer.from(
    `${Date.parse('2001-01-01T00:00:00Z')}.00000000-0000-7000-8000-000000000000`,
  ).toString('base64url');
  expect(await desk.list(`?after=${last}`)).toEqual(await desk.list());
});

async function everyReference(): Promise<string[]> {
  const letters: { reference: string }[] = await office.sql.query('SELECT reference FROM letter');
  return letters.map(({ reference }) => reference);
}
