import { Agent } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ReleaseFeeds } from '../../src/releases/feeds/release-feeds.service.js';
import { ReleasePages } from '../../src/releases/pages/release-pages.service.js';
import { ReleaseSearchService } from '../../src/releases/release-search.service.js';
import { type Language, LANGUAGES } from '../../src/script/texts.js';
import { SessionService } from '../../src/staff/session.service.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { ask, type Bench, type Running } from '../bench-server.js';
import { bareRelease } from '../floors/bare-release.js';
import { timedGet } from '../inbox/measured-office.js';
import { inPairs, type Pair, REQUESTS } from '../inbox/pairs.js';
import { inProcess } from '../in-process.js';
import type { Figure } from '../main.js';
import { growthOf } from '../releases/growth.js';
import { fillWithReleases, FULL_MONTH } from '../releases/release-archive.js';

const [SMALL, LARGE] = [1_000, 100_000];

/** Press releases of a large office: a page that nobody has asked for yet, and what grows with their number. */
export async function releases(bench: Bench): Promise<Figure[]> {
  const [small, large] = [await archive(bench, SMALL), await archive(bench, LARGE)];
  return [
    await first(bench, large),
    ...(await inProcess(small, (few) =>
      inProcess(large, async (many) => [await archiveGrowth(few, many), await searchGrowth(few, many)]),
    )),
    await newsroomGrowth(bench, small, large),
  ];
}

async function archive(bench: Bench, count: number): Promise<string> {
  const database = await bench.database();
  // What a crash would take of an archive that lives for one run is of no use to anybody.
  await ask(database, `ALTER DATABASE "${new URL(database).pathname.slice(1)}" SET synchronous_commit = off`);
  const began = performance.now();
  await inProcess(database, (app) => fillWithReleases(app, count));
  await ask(database, `ALTER DATABASE "${new URL(database).pathname.slice(1)}" RESET synchronous_commit`);
  console.error(`  ${count} releases made in ${Math.round((performance.now() - began) / 1_000)} s`);
  return database;
}

/** Release pages that no process has kept, each asked for once, against the same rows by plain SQL. */
async function first(bench: Bench, database: string): Promise<Figure> {
  const program = await pages(bench, database);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return inProcess(database, async (app) => {
    const slugs = await someSlugs(app);
    const pairs = slugs.map((slug): Pair => {
      // Asked again after the warm-up, it is asked in its other script.
      const prefixes = ['', '/lat'];
      return {
        asked: slug,
        page: async () => {
          const { html, ms } = await timedGet(
            `${program.url}${prefixes.shift()}/releases/${slug}`,
            agent,
            '',
          );
          return { ms, found: html.includes(`rel="prev"`) && html.includes(`rel="next"`) };
        },
        floor: () => bareRelease(app.get(DataSource), slug),
      };
    });
    return inPairs('release.first', pairs);
  }).finally(async () => {
    agent.destroy();
    await program.stop();
  });
}

/** Every kind of public page that is made of the archive, feeds too. */
async function archiveGrowth(small: INestApplicationContext, large: INestApplicationContext) {
  const kinds: Record<string, (app: INestApplicationContext, number: number) => Promise<unknown>> = {
    newest: (app, number) => pagesOf(app).newest(languageOf(number)),
    year: (app, number) => pagesOf(app).year(languageOf(number), 2020 + (number % 6)),
    month: (app, number) => pagesOf(app).month(languageOf(number), FULL_MONTH),
    section: (app, number) => pagesOf(app).found(languageOf(number), { section: 'culture' }),
    feed: (app, number) => feedsOf(app).feed(languageOf(number), 'atom'),
  };
  const slugs = new Map([
    [small, await someSlugs(small)],
    [large, await someSlugs(large)],
  ]);
  kinds.release = (app, number) => pagesOf(app).release(languageOf(number), slugs.get(app)![number]!);
  kinds.further = (app, number) =>
    pagesOf(app).found(languageOf(number), { section: 'culture', before: slugs.get(app)![number]! });
  return growthOf('archive.growth', grown(kinds, small, large));
}

/** Searches that fill their page in both archives: words of nearly every release, of some, and of a few in a hundred. */
async function searchGrowth(small: INestApplicationContext, large: INestApplicationContext) {
  const words = await wordsByShare(small);
  const search = (typed: string[]) => (app: INestApplicationContext, number: number) =>
    app
      .get(ReleaseSearchService, { strict: false })
      .search(typed[number % typed.length]!, 'sr-Cyrl', { limit: 21 });
  const { common, some, few } = words;
  const kinds = {
    common: search(common),
    some: search(some),
    few: search(few),
    two: search(common.map((word, number) => `${word} ${common[(number + 1) % common.length]}`)),
  };
  return growthOf('releases.search.growth', grown(kinds, small, large));
}

/** The newsroom's list, as an officer's browser asks for it: the first page, a state, and a page further on. */
async function newsroomGrowth(bench: Bench, small: string, large: string): Promise<Figure> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const desks = new Map<string, { program: Running; cookie: string; further: string }>();
  for (const database of [small, large]) {
    const [program, cookie] = [await pages(bench, database), await signIn(database)];
    const { html } = await timedGet(`${program.url}/newsroom`, agent, cookie);
    const further = /rel="next" href="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&');
    desks.set(database, { program, cookie, further });
  }
  const at = (database: string, path?: string) => () => {
    const { program, cookie, further } = desks.get(database)!;
    return timedGet(`${program.url}${path ?? further}`, agent, cookie);
  };
  try {
    return await growthOf('newsroom.list', [
      { kind: 'all', small: at(small, '/newsroom'), large: at(large, '/newsroom') },
      {
        kind: 'published',
        small: at(small, '/newsroom?state=published'),
        large: at(large, '/newsroom?state=published'),
      },
      { kind: 'further', small: at(small), large: at(large) },
    ]);
  } finally {
    agent.destroy();
    for (const { program } of desks.values()) await program.stop();
  }
}

const pages = (bench: Bench, database: string) =>
  bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
    ROLE: 'web',
    SECRET_KEY: 'a key of the bench, a key of the bench',
  });

const signIn = (database: string) =>
  inProcess(database, async (app) => {
    const [account] = await app.get(StaffService, { strict: false }).activeAccounts();
    return `pismo_session=${await app.get(SessionService, { strict: false }).start(account!.id, {})}`;
  });

const pagesOf = (app: INestApplicationContext) => app.get(ReleasePages, { strict: false });
const feedsOf = (app: INestApplicationContext) => app.get(ReleaseFeeds, { strict: false });
const languageOf = (number: number): Language => LANGUAGES[number % LANGUAGES.length]!;

const grown = (
  kinds: Record<string, (app: INestApplicationContext, number: number) => Promise<unknown>>,
  small: INestApplicationContext,
  large: INestApplicationContext,
) =>
  Object.entries(kinds).map(([kind, make]) => ({
    kind,
    small: (number: number) => make(small, number),
    large: (number: number) => make(large, number),
  }));

/** From the middle of the archive, so that each has neighbours and older ones behind it. */
async function someSlugs(app: INestApplicationContext): Promise<string[]> {
  const found = (await app.get(DataSource).query(
    `SELECT slug FROM (SELECT slug, ntile(10) OVER (ORDER BY published_at) AS tenth FROM release
       WHERE published_at IS NOT NULL) AS placed
     WHERE tenth BETWEEN 4 AND 6 ORDER BY md5(slug) LIMIT $1`,
    [REQUESTS],
  )) as { slug: string }[];
  return found.map(({ slug }) => slug);
}

/** Serbian stems by the share of the releases that have them. */
async function wordsByShare(app: INestApplicationContext) {
  const found = (await app.get(DataSource).query(
    `SELECT word, ndoc FROM ts_stat($$SELECT words FROM release_search WHERE language = 'sr'$$)
     WHERE length(word) >= 5 ORDER BY word`,
  )) as { word: string; ndoc: number }[];
  const between = (from: number, to: number) =>
    found.filter(({ ndoc }) => ndoc >= from * SMALL && ndoc < to * SMALL).map(({ word }) => word);
  return { common: between(0.3, 1), some: between(0.08, 0.3), few: between(0.021, 0.035) };
}
