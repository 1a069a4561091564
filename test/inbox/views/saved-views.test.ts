import { ViewCounts } from '../../../src/inbox/views/view-counts.js';
import { tokenIn } from '../../staff/browser.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let ana: AtDesk;
let vera: AtDesk;
let outsider: AtDesk;

beforeAll(async () => {
  office = await Office.open();
  ana = await office.officer(['triage', 'drafter'], { unit: 'social' });
  vera = await office.officer(['drafter'], { unit: 'social' });
  outsider = await office.officer(['triage'], { unit: 'legal' });
  for (const category of ['pensions', 'pensions', 'health'])
    await office.letter({}, { state: 'in_work', unit: 'social', category });
});
afterAll(() => office.stop());

/** Saves the view of this query as its page would. */
async function save(desk: AtDesk, query: string, fields: Record<string, string>) {
  const { html } = await desk.get(`/inbox?${query}`);
  const view = /name="view" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  return desk.post('/inbox/views', { _csrf: tokenIn(html), view: view ?? query, ...fields });
}

/** The saved views of the column, as it says them: name and count. */
const column = (html: string) =>
  (/<h2>Saved views<\/h2>(.*?)<\/section>/s.exec(html)?.[1] ?? '')
    .replace(/<li><a class="mid".*/s, '')
    .match(/<a .*?<\/a>/gs)
    ?.map((link) => link.replace(/<[^>]*>/g, '').trim());

/** The column once every view in it is counted: under load a count comes a moment later than the page. */
async function counted(desk: AtDesk, path = '/inbox') {
  for (let tries = 0; ; tries += 1) {
    const { html } = await desk.get(path);
    const views = column(html);
    if (tries === 50 || !views?.some((text) => !/ \d+$/.test(text))) return { html, views };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const idOf = async (desk: AtDesk, name: string) => {
  const { html } = await desk.get('/inbox/views');
  return new RegExp(`id="view-([0-9a-f-]{36})">${name}<`).exec(html)![1]!;
};

describe('a view under a name', () => {
  it('is a link of the column with its count, and the heading of its list', async () => {
    const saved = await save(ana, 'category=pensions&sort=due', { name: 'Пензије' });
    expect(saved.headers.get('location')).toBe('/inbox?category=pensions&sort=due');
    const { html, views } = await counted(ana, '/inbox?category=pensions');
    expect(views).toEqual(['Пензије 2']);
    expect(html).toMatch(/<h2 id="list-heading">Пензије<\/h2>/);
    expect(html).not.toContain('name="view"');
    expect(column((await vera.get('/inbox')).html)).toBeUndefined();
  });

  it('can be of the unit, whose every officer sees, renames and removes it', async () => {
    await save(ana, 'category=health', { name: 'Здравство', for: 'unit' });
    expect((await counted(vera)).views).toEqual(['Здравство 1']);
    expect(column((await outsider.get('/inbox')).html)).toBeUndefined();
    const id = await idOf(vera, 'Здравство');
    const token = tokenIn((await vera.get('/inbox/views')).html);
    const renamed = await vera.post(`/inbox/views/${id}`, { _csrf: token, name: 'Здравље', do: 'save' });
    expect(renamed.headers.get('location')).toBe('/inbox/views?done=renamed');
    expect((await counted(ana)).views).toEqual(['Пензије 2', 'Здравље 1']);
    await vera.post(`/inbox/views/${id}`, { _csrf: token, name: 'Здравље', do: 'remove' });
    expect((await counted(ana)).views).toEqual(['Пензије 2']);
  });

  it('is found by nobody else: a foreign one looks like an absent one', async () => {
    const id = await idOf(ana, 'Пензије');
    const token = tokenIn((await vera.get('/inbox/views')).html);
    for (const wanted of [id, '00000000-0000-7000-8000-000000000000', 'x'])
      for (const act of ['save', 'remove']) {
        const answer = await vera.post(`/inbox/views/${wanted}`, { _csrf: token, name: 'Моје', do: act });
        expect(answer.status).toBe(404);
      }
    expect((await counted(ana)).views).toEqual(['Пензије 2']);
  });

  it('says what is wrong with its name beside the list, and keeps what was typed', async () => {
    const bad = async (fields: Record<string, string>, query = 'channel=post') => {
      const { status, html } = await save(ana, query, fields);
      return [
        status,
        /id="view-name-error">([^<]*)</.exec(html)?.[1],
        /<details class="filters" open/.test(html),
      ];
    };
    expect(await bad({ name: ' ' })).toEqual([422, 'Write a name for the view.', true]);
    expect(await bad({ name: 'x'.repeat(61) })).toEqual([
      422,
      'A name can have at most 60 characters.',
      true,
    ]);
    // "Penzije" is the same name, in the other script.
    expect(await bad({ name: 'Penzije' })).toEqual([
      422,
      'There is a view of that name already. Write another name.',
      true,
    ]);
    expect((await save(ana, 'channel=post', { name: 'Penzije' })).html).toContain('value="Penzije"');
    expect((await save(ana, '', { name: 'Све' })).html).toContain('have their queue already');
  });

  it('is stored as what the inbox understands, not as what was sent', async () => {
    await save(ana, 'channel=post', {
      name: 'Чудно',
      view: "channel=web&category=moon&evil=1';--&after=AAAA",
    });
    const [row] = await office.sql.query<{ query: string }[]>(
      `SELECT query FROM saved_view WHERE name = 'Чудно'`,
    );
    expect(row!.query).toBe('channel=web');
  });

  it('goes on without a filter that the office has given up, and says so', async () => {
    await office.sql.query(
      `INSERT INTO saved_view (owner, name, query) VALUES ($1, 'Старо', 'category=moon&channel=post')`,
      [ana.accountId],
    );
    const { html } = await ana.get('/inbox/views');
    expect(html).toContain('The office no longer knows the filter: category.');
    expect((await ana.get('/inbox')).html).toMatch(/href="\/inbox\?channel=post"[^>]*>Старо/);
  });

  it('has an end: thirty of them', async () => {
    await office.sql.query(
      `INSERT INTO saved_view (owner, name, query) SELECT $1, 'Приказ ' || n, 'channel=web' FROM generate_series(1, 30) n`,
      [outsider.accountId],
    );
    expect((await save(outsider, 'channel=post', { name: 'Још један' })).html).toContain('at most 30 views');
  });
});

it('counts what is dear a little late, and never holds up the page', async () => {
  const counts = office.app.get(ViewCounts);
  const officer = { accountId: ana.accountId, roles: ['triage' as const], unit: 'social' };
  const views = [{ category: 'pensions', state: 'all' }];
  const runner = office.sql.createQueryRunner();
  await runner.startTransaction();
  await runner.query('LOCK TABLE letter IN ACCESS EXCLUSIVE MODE');
  const began = Date.now();
  expect(await counts.of(officer, views)).toEqual([undefined]);
  expect(Date.now() - began).toBeLessThan(1_000);
  await runner.rollbackTransaction();
  await runner.release();
  let told = await counts.of(officer, views);
  for (let tries = 0; told[0] === undefined && tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    told = await counts.of(officer, views);
  }
  expect(told).toEqual([2]);
});
