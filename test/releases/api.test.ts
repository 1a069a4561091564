import { ReleasesService } from '../../src/releases/releases.service.js';
import type { TestApp } from '../support/app.js';
import { buildPicture, buildRelease, titled } from './build-release.js';
import { startReleases } from './rooms.js';

const ORIGIN = 'https://pismo.example';

interface List {
  releases: { slug: string; title: string; language: string; [field: string]: unknown }[];
  next: string | null;
}

let app: TestApp;

beforeAll(async () => {
  app = await startReleases({ env: { PUBLIC_URL: ORIGIN } });
  const releases = app.get(ReleasesService);
  await releases.publish(buildRelease({ slug: 'first', section: 'culture', pictures: [buildPicture()] }));
  for (const day of ['01', '02', '03', '04'])
    await releases.publish(titled(`Дан ${day}`, `2026-01-${day}T12:00:00Z`, { slug: `day-${day}` }));
});
afterAll(() => app.stop());

const list = async (query = ''): Promise<List> => {
  const answer = await fetch(`${app.url}/api/v1/releases${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ]);
  return (await answer.json()) as List;
};

test('a release says all that its page says', async () => {
  const { releases, next } = await list('?language=en');
  expect(next).toBeNull();
  expect(releases[0]).toEqual({
    slug: 'first',
    url: `${ORIGIN}/en/releases/first`,
    language: 'en',
    section: 'culture',
    publishedAt: '2026-03-02T12:00:00.000Z',
    updatedAt: '2026-03-02T12:00:00.000Z',
    title: 'Reading room opened',
    lead: 'Open on Saturdays too.',
    bodyHtml: '<p>The reading room is open <em>again</em>.</p>\n',
    pictures: [
      {
        url: `${ORIGIN}/releases/pictures/${'a'.repeat(64)}.jpeg`,
        mediaType: 'image/jpeg',
        width: 1280,
        height: 800,
        alt: 'A bridge over a river',
        credit: 'Illustration: Pismo',
      },
    ],
  });
  expect(releases[1]).toMatchObject({
    title: 'Dan 04',
    language: 'sr-Latn',
    url: `${ORIGIN}/lat/releases/day-04`,
  });
});

test('following `next` gives every release once, newest first', async () => {
  const slugs: string[] = [];
  for (let query: string | null = '?limit=2&language=sr-Latn'; query !== null;) {
    const { releases, next } = await list(query);
    slugs.push(...releases.map(({ slug }) => slug));
    expect(releases.every(({ language }) => language === 'sr-Latn')).toBe(true);
    expect(next === null || next.startsWith(`${ORIGIN}/api/v1/releases?`)).toBe(true);
    query = next && new URL(next).search;
  }
  expect(slugs).toEqual(['first', 'day-04', 'day-03', 'day-02', 'day-01']);
});

test('words and sections narrow, also from part to part', async () => {
  expect((await list('?q=citaonica')).releases.map(({ slug }) => slug)).toEqual(['first']);
  expect((await list('?section=culture')).releases).toHaveLength(1);
  const { next } = await list(`?q=${encodeURIComponent('дан')}&limit=3`);
  expect((await list(new URL(next!).search)).releases.map(({ slug }) => slug)).toEqual(['day-01']);
});

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=ten', 'limit'],
  ['limit=1.5', 'limit'],
  ['language=de', 'language'],
  ['before=2026', 'before'],
  ['section=gossip', 'section'],
  ['limit=1&limit=2', 'limit'],
  ['page=2', 'page'],
  ['q=%00', 'q'],
  [`q=${'a'.repeat(201)}`, 'q'],
])('%s is refused, naming the parameter', async (query, field) => {
  const answer = await fetch(`${app.url}/api/v1/releases?${query}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    422,
    'application/problem+json; charset=utf-8',
  ]);
  const problem = (await answer.json()) as { code: string; errors: { field: string; message: string }[] };
  expect(problem.code).toBe('invalid-query');
  expect(problem.errors.map((error) => error.field)).toEqual([field]);
});
