import { DataSource } from 'typeorm';
import { tokenIn } from '../../staff/browser.js';
import type { TestApp } from '../../support/app.js';
import {
  fieldsIn,
  idOf,
  pressOfficer,
  type PressDesk,
  published,
  slugOf,
  startNewsroom,
  submitted,
  TEXT,
} from './press.js';

let app: TestApp;
let sql: DataSource;
let writer: PressDesk;
let second: PressDesk;
let third: PressDesk;

beforeAll(async () => {
  app = await startNewsroom();
  sql = app.get(DataSource);
  writer = await pressOfficer(app, { name: 'Весна Марковић' });
  second = await pressOfficer(app, { name: 'Иван Петрић' });
  third = await pressOfficer(app, { name: 'Милица Лазић' });
});
afterAll(() => app.stop());

const get = (path: string) => fetch(app.url + path, { redirect: 'manual' });
const stateOf = async (address: string) =>
  ((await sql.query('SELECT state FROM release WHERE id = $1', [idOf(address)])) as { state: string }[])[0]!
    .state;
const eventsOf = async (address: string) =>
  (
    (await sql.query('SELECT kind FROM release_event WHERE release_id = $1 ORDER BY id', [
      idOf(address),
    ])) as {
      kind: string;
    }[]
  ).map(({ kind }) => kind);

test('only press officers open the newsroom', async () => {
  const administrator = await pressOfficer(app, { roles: ['admin', 'approver'] });
  expect((await administrator.get('/newsroom')).status).toBe(403);
  expect((await administrator.post('/newsroom/releases', {})).status).toBe(403);
  expect((await get('/newsroom')).status).toBe(303);
  expect((await writer.get('/newsroom')).status).toBe(200);
});

describe('writing', () => {
  test('a draft is saved version by version, equal words are no new one, and one sitting is one event', async () => {
    const address = await writer.create();
    await writer.save(address, { ...TEXT, do: 'save' });
    await writer.save(address, { bodySr: 'Друго.', do: 'save' });
    await writer.save(address, { do: 'save' });
    const fields = fieldsIn((await writer.get(address)).html);
    expect(fields).toMatchObject({ version: '3', titleSr: TEXT.titleSr, bodySr: 'Друго.' });
    expect(await eventsOf(address)).toEqual(['created', 'edited']);
  });

  test('the second save of two never overwrites: both texts are shown, and who is there is told', async () => {
    const address = await writer.create();
    await writer.save(address, { ...TEXT, do: 'save' });
    const seen = fieldsIn((await second.get(address)).html);
    const late = (await writer.get(address)).html;
    expect(late).toContain('Also open at: Ivan Petrić');
    await second.save(address, { titleSr: 'Наслов Ивана', do: 'save' });
    const token = /name="_csrf" value="([^"]+)"/.exec(late)![1]!;
    const mine = { ...seen, titleSr: 'Наслов Весне', _csrf: token };
    const asked = await writer.post(address, { ...mine, do: 'save' });
    expect(asked.status).toBe(409);
    expect(fieldsIn(asked.html).titleSr).toBe('Наслов Весне');
    expect(asked.html).toContain('Наслов Ивана');
    expect(asked.html).toContain('<del>Ивана</del><ins>Весне</ins>');
    const script = await writer.post(address, { ...mine, do: 'save' }, { accept: 'application/json' });
    expect(script.status).toBe(409);
    expect(fieldsIn((await second.get(address)).html).titleSr).toBe('Наслов Ивана');
    // What was shown as the conflict may be saved on purpose.
    await writer.post(address, { ...fieldsIn(asked.html), _csrf: token, do: 'save' });
    expect(fieldsIn((await second.get(address)).html).titleSr).toBe('Наслов Весне');
  });

  test('what is missing is named before it goes to a second pair of eyes', async () => {
    const address = await writer.create();
    const { status, html } = await writer.save(address, {
      ...{ titleSr: 'Latin title', titleEn: 'Only a title', slug: 'Велико', planned: '29.03.2099. - 02:30' },
      do: 'submit',
    });
    expect(status).toBe(422);
    for (const field of ['titleSr', 'bodySr', 'bodyEn', 'slug', 'planned'])
      expect(html).toContain(`href="#${field}"`);
    expect(html).toContain('There is no such hour');
    expect(await stateOf(address)).toBe('draft');
    const past = await writer.save(address, { ...TEXT, planned: '01.01.2020. - 10:00', do: 'submit' });
    expect(past.html).toContain('The time of publication has passed');
  });
});

describe('publication', () => {
  test('neither who last edited nor who handed it in publishes it; another does, also whoever began it', async () => {
    const address = await submitted(writer);
    expect((await writer.get(address)).html).toContain('The last change is yours');
    expect((await writer.step(address, 'publish')).status).toBe(422);
    await second.step(address, 'takeBack');
    await second.save(address, { leadSr: 'Отвара се у суботу.', do: 'save' });
    await writer.save(address, { do: 'submit' });
    // The last change is the second's and the handing in the writer's: both stand for it, so neither approves it.
    for (const officer of [writer, second]) {
      expect((await officer.step(address, 'publish')).status).toBe(422);
      const { html } = await officer.get(address);
      expect(html).toContain('Ivan Petrić changed it last and Vesna Marković handed it in');
      expect(html).not.toContain('id="publish-form"');
    }
    expect((await third.get(address)).html).toContain('id="publish-form"');
    // What the page says to do where there is no third.
    await writer.step(address, 'takeBack');
    await second.save(address, { do: 'submit' });
    expect((await second.step(address, 'publish')).status).toBe(422);
    expect(await stateOf(address)).toBe('in_review');
    expect((await writer.step(address, 'publish')).status).toBe(303);
    expect(await stateOf(address)).toBe('published');
    const page = await (await get('/releases/nova-biblioteka-u-nisu')).text();
    expect(page).toContain('Отвара се у суботу.');
    expect(await (await get('/releases?q=biblioteka')).text()).toContain('nova-biblioteka-u-nisu');
    expect(await eventsOf(address)).toEqual([
      ...['created', 'edited', 'submitted', 'taken_back', 'edited', 'submitted', 'taken_back', 'submitted'],
      'published',
    ]);
  });

  test('an approval holds for the text that was read, and for nothing else', async () => {
    const address = await submitted(writer);
    const { html } = await second.get(address);
    const fingerprint = /name="fingerprint" value="([^"]+)"/.exec(html)![1]!;
    await writer.step(address, 'takeBack');
    await writer.save(address, { titleSr: 'Сасвим други наслов', do: 'submit' });
    const late = await second.step(address, 'publish', { fingerprint });
    expect(late.status).toBe(422);
    expect(late.html).toContain('has changed meanwhile');
    expect(await stateOf(address)).toBe('in_review');
  });

  test('of two who press at the same moment, the second finds what the first has done', async () => {
    const { address } = await published(writer, second, sql, { titleSr: 'Двапут притиснуто' });
    await writer.step(address, 'correct');
    await writer.save(address, { bodySr: 'Друго.', noteSr: 'Исправљено.', do: 'submit' });
    const holder = sql.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT 1 FROM release WHERE id = $1 FOR UPDATE', [idOf(address)]);
    const presses = [second.step(address, 'publish'), third.step(address, 'publish')];
    await until(async () => (await waiting()) === 2);
    await holder.commitTransaction();
    await holder.release();
    const answers = await Promise.all(presses);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect((await eventsOf(address)).slice(-2)).toEqual(['submitted', 'corrected']);
  });

  test('one officer alone publishes in an emergency, with a reason that stays', async () => {
    const address = await writer.create();
    await writer.save(address, { ...TEXT, titleSr: 'Хитно обавештење', do: 'save' });
    expect((await writer.step(address, 'emergency', { reason: ' ' })).status).toBe(422);
    expect((await writer.step(address, 'emergency', { reason: 'Поплава.' })).status).toBe(303);
    expect((await get('/releases/hitno-obavestenje')).status).toBe(200);
    expect((await writer.get('/newsroom?state=published')).html).toContain('without a second pair of eyes');
    expect((await second.get(`${address}/history`)).html).toContain('Poplava.');
  });

  test('scheduled: what was approved goes out by itself at its minute, dated with it', async () => {
    const address = await submitted(writer, {
      titleSr: 'Заказано саопштење',
      planned: '01.02.2099. - 08:05',
    });
    expect((await second.step(address, 'schedule')).status).toBe(303);
    expect(await stateOf(address)).toBe('scheduled');
    const [row] = (await sql.query('SELECT due_at FROM release_publishing WHERE release_id = $1', [
      idOf(address),
    ])) as { due_at: Date }[];
    expect(row!.due_at.toISOString()).toBe('2099-02-01T07:05:00.000Z');
    expect(await writer.save(address, {}).catch((error: Error) => error.message)).toMatch('no form');
    await sql.query(
      `UPDATE release_publishing SET due_at = now(), goes_out_at = '2026-02-01T07:05:00Z' WHERE release_id = $1`,
      [idOf(address)],
    );
    await until(async () => (await stateOf(address)) === 'published');
    const page = await (await get('/releases/zakazano-saopstenje')).text();
    expect(page).toContain('01.02.2026. - 08:05');
  });

  test('taken back, a scheduled release stays in, whatever the clock says', async () => {
    const address = await submitted(writer, { titleSr: 'Враћено', planned: '01.02.2099. - 08:05' });
    await second.step(address, 'schedule');
    await writer.step(address, 'takeBack');
    await sql.query('UPDATE release_publishing SET due_at = now() WHERE release_id = $1', [idOf(address)]);
    await new Promise((resolve) => setTimeout(resolve, 3_500));
    expect(await stateOf(address)).toBe('draft');
    expect((await get('/releases/vraceno')).status).toBe(404);
  });
});

describe('many at once', () => {
  test('releases of one title published at one instant each get an address of their own', async () => {
    const waiting = [];
    for (let number = 0; number < 6; number += 1)
      waiting.push(await submitted(writer, { titleSr: 'Исти наслов' }));
    const pages = await Promise.all(waiting.map(async (address) => (await second.get(address)).html));
    const answers = await Promise.all(
      waiting.map((address, index) =>
        second.post(`${address}/steps`, {
          _csrf: tokenIn(pages[index]!),
          do: 'publish',
          fingerprint: /name="fingerprint" value="([^"]+)"/.exec(pages[index]!)![1]!,
        }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(303));
    const slugs = await Promise.all(waiting.map((address) => slugOf(sql, address)));
    expect(slugs.toSorted()).toEqual([
      'isti-naslov',
      ...[2, 3, 4, 5, 6].map((number) => `isti-naslov-${number}`),
    ]);
  });

  test('the list goes on page by page, what is in work first, and shows each release once', async () => {
    await sql.query(
      `WITH made AS (
         INSERT INTO release (id, slug, state, published_at, updated_at)
         SELECT uuidv7(), 'mnogo-' || n, 'published', moment, moment
         FROM generate_series(1, 230) AS n, LATERAL (SELECT now() - n / 3 * interval '1 hour' AS moment) AS at
         RETURNING id, slug)
       INSERT INTO release_text (release_id, language, title, lead, body) SELECT id, 'sr', slug, '', 'Текст' FROM made`,
    );
    const seen: string[] = [];
    let pages = 0;
    for (let path: string | undefined = '/newsroom?state=published'; path !== undefined; pages += 1) {
      const { html } = await writer.get(path);
      seen.push(...[...html.matchAll(/href="(\/newsroom\/releases\/[0-9a-f-]+)"/g)].map(([, href]) => href!));
      path = /rel="next" href="([^"]+)"/.exec(html)?.[1]!.replace('&amp;', '&');
    }
    const [{ count }] = (await sql.query(
      `SELECT count(*)::int AS count FROM release WHERE state = 'published'`,
    )) as [{ count: number }];
    expect([pages, new Set(seen).size, seen.length]).toEqual([3, count, count]);
    const first = (await writer.get('/newsroom?after=broken')).html;
    expect(first.indexOf('mnogo-1<')).toBeGreaterThan(first.lastIndexOf('>Draft<'));
  });
});

describe('throwing away', () => {
  test('a draft that nobody wants leaves the list, leads nowhere, and can be taken out again', async () => {
    const address = await writer.create();
    await writer.save(address, { ...TEXT, titleSr: 'Нежељени нацрт', do: 'save' });
    const asked = (await second.get(address)).html;
    expect(/<details class="fold" id="discard">.*?<\/details>/s.exec(asked)![0]).toContain('value="discard"');
    expect((await second.step(address, 'discard')).status).toBe(303);
    expect(await stateOf(address)).toBe('discarded');
    expect((await writer.get('/newsroom')).html).not.toContain('Нежељени нацрт');
    expect((await writer.get('/newsroom?state=discarded')).html).toContain('Нежељени нацрт');
    const token = tokenIn((await writer.get('/newsroom')).html);
    const late = {
      version: '2',
      ...TEXT,
      titleEn: '',
      leadEn: '',
      bodyEn: '',
      section: '',
      planned: '',
      slug: '',
    };
    expect((await writer.post(address, { ...late, _csrf: token, do: 'submit' })).status).toBe(422);
    for (const step of ['publish', 'schedule', 'takeBack', 'discard'])
      expect([step, (await third.step(address, step)).status]).toEqual([step, 422]);
    expect((await writer.step(address, 'emergency', { reason: 'Хитно.' })).status).toBe(422);

    expect((await writer.step(address, 'restore')).status).toBe(303);
    expect(fieldsIn((await writer.get(address)).html).titleSr).toBe('Нежељени нацрт');
    expect(await eventsOf(address)).toEqual(['created', 'edited', 'discarded', 'restored']);
    expect((await writer.get(`${address}/history`)).html).toContain('Ivan Petrić discards the draft.');
  });

  test('what was handed in, scheduled or published is not thrown away; a correction is, and readers keep what they see', async () => {
    const handed = await submitted(writer, { titleSr: 'Предато', planned: '01.02.2099. - 08:05' });
    expect((await writer.step(handed, 'discard')).status).toBe(422);
    await second.step(handed, 'schedule');
    expect((await writer.step(handed, 'discard')).status).toBe(422);
    expect(await stateOf(handed)).toBe('scheduled');
    const { address, slug } = await published(writer, second, sql, { titleSr: 'Остаје' });
    expect((await writer.step(address, 'discard')).status).toBe(422);
    await writer.step(address, 'correct');
    await writer.save(address, { bodySr: 'Сасвим друго.', noteSr: 'Друго.', do: 'save' });
    expect((await writer.step(address, 'discard')).status).toBe(422);
    expect((await second.step(address, 'dropCorrection')).status).toBe(303);
    expect(await stateOf(address)).toBe('published');
    expect(await (await get(`/releases/${slug}`)).text()).toContain('за сто људи');
    expect((await eventsOf(address)).at(-1)).toBe('correction_dropped');
  });
});

describe('after publication', () => {
  test('a correction is written while readers see the old words, then stands dated on page and feed', async () => {
    const { address, slug } = await published(writer, second, sql, { titleSr: 'Грешка у броју' });
    await writer.step(address, 'correct');
    const changes = {
      bodySr: 'Библиотека има **читаоницу** за двеста људи.',
      noteSr: 'Исправљен је број места.',
    };
    await writer.save(address, { ...changes, slug: 'tacan-broj', do: 'submit' });
    expect(await (await get(`/releases/${slug}`)).text()).toContain('за сто људи');
    expect((await second.get(address)).html).toContain('<del>сто</del><ins>двеста</ins>');
    expect((await second.step(address, 'publish')).status).toBe(303);
    expect(await stateOf(address)).toBe('corrected');

    const moved = await get(`/lat/releases/${slug}`);
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/lat/releases/tacan-broj']);
    const page = await (await get('/lat/releases/tacan-broj')).text();
    expect(page).toContain('za dvesta ljudi');
    expect(page).toContain('Ispravljen je broj mesta.');
    const feed = await (await get('/releases/feed.atom')).text();
    expect(feed).toContain('Исправљен је број места.');
    const [dates] = (await sql.query('SELECT updated_at > published_at AS later FROM release WHERE id = $1', [
      idOf(address),
    ])) as { later: boolean }[];
    expect(dates!.later).toBe(true);
    const kept = (await sql.query(
      `SELECT content #>> '{sr,body}' AS body FROM release_event
       WHERE release_id = $1 AND kind IN ('published', 'corrected') ORDER BY id`,
      [idOf(address)],
    )) as { body: string }[];
    expect(kept.map(({ body }) => body.includes('сто'))).toEqual([true, false]);
  });

  test('a withdrawn release leaves a page that says so, and nothing else', async () => {
    const { address, slug } = await published(writer, second, sql, { titleSr: 'Повлачење' });
    expect((await writer.step(address, 'withdraw', { reason: '' })).status).toBe(422);
    const note = { reason: 'Објављено грешком.', noteEn: 'Published by mistake.' };
    await writer.step(address, 'withdraw', note);
    for (const [prefix, words] of [
      ['', 'Објављено грешком.'],
      ['/lat', 'Objavljeno greškom.'],
      ['/en', 'Published by mistake.'],
    ]) {
      const page = await get(`${prefix}/releases/${slug}`);
      expect(page.status).toBe(410);
      const html = await page.text();
      expect(html).toContain(words);
      expect(html).not.toMatch(/Повлачење|Povlačenje/);
    }
    for (const path of [
      '/releases',
      '/sitemap.xml',
      '/releases/feed.rss',
      '/api/v1/releases',
      '/releases?q=Повлачење',
    ])
      expect([path, (await (await get(path)).text()).includes(slug)]).toEqual([path, false]);
    expect((await writer.step(address, 'correct')).status).toBe(422);
  });
});

/** Statements that wait for a row which somebody else holds. */
async function waiting(): Promise<number> {
  const [found] = (await sql.query(
    `SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`,
  )) as { count: number }[];
  return found!.count;
}

async function until(isSo: () => Promise<boolean>, within = 8_000): Promise<void> {
  const end = Date.now() + within;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('It did not come about in time.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
