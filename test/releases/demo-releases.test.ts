import { demoReleases, inventedRelease } from '../../src/cli/demo-releases.js';
import { problemsOf } from '../../src/releases/new-release.js';
import { PictureMaker } from '../../src/releases/picture-maker.service.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import { toLatin } from '../../src/script/transliterate.js';
import { buildPicture } from './build-release.js';
import { startReleases } from './rooms.js';

const file = buildPicture();
const pictures = { building: file, library: file, bridge: file, orchard: file, classroom: file, desk: file };
const now = new Date('2026-11-22T12:00:00Z');
const invent = (count: number) =>
  Array.from({ length: count }, (_, number) => inventedRelease(number, count, pictures, now));

test('two and a half thousand invented releases are all different, publishable and in the past', () => {
  const releases = invent(2_500);
  expect(new Set(releases.map(({ slug }) => slug)).size).toBe(2_500);
  expect(new Set(releases.map(({ sr }) => sr.title)).size).toBe(2_500);
  for (const release of releases) {
    expect([release.slug, problemsOf(release)]).toEqual([release.slug, []]);
    expect(release.publishedAt.getTime()).toBeLessThan(now.getTime());
    expect(release.sr.body + release.sr.title + release.sr.lead).not.toMatch(/[{}]/);
    expect(release.sr.title).toMatch(/^\p{Script=Cyrillic}/u);
    expect(`${release.en?.title} ${release.en?.body} ${release.en?.lead}`).not.toMatch(
      /[{}]|\p{Script=Cyrillic}/u,
    );
  }
});

test('they spread over six years, most with English, many with pictures', () => {
  const releases = invent(1_000);
  expect(
    new Set(releases.map(({ publishedAt }) => publishedAt.getUTCFullYear())).size,
  ).toBeGreaterThanOrEqual(6);
  expect(releases.filter(({ en }) => en !== undefined).length).toBeGreaterThan(700);
  expect(releases.filter(({ en }) => en === undefined).length).toBeGreaterThan(100);
  expect(releases.filter((release) => release.pictures.length > 0).length).toBeGreaterThan(300);
});

test('Serbian is written in Cyrillic throughout, outside addresses', () => {
  for (const { sr } of invent(60)) {
    const words = `${sr.title} ${sr.lead} ${sr.body}`.replace(/\]\([^)]*\)/g, ']');
    expect(words).not.toMatch(/[A-Za-zčćđšžČĆĐŠŽ]/);
    expect(toLatin(words)).not.toMatch(/\p{Script=Cyrillic}/u);
  }
});

test('the demo publishes what was asked for, once, with progress and real pictures', async () => {
  const app = await startReleases();
  try {
    const [releases, maker] = [app.get(ReleasesService), app.get(PictureMaker)];
    const seen: string[] = [];
    expect(await demoReleases(releases, maker, 12, (done, total) => seen.push(`${done}/${total}`))).toBe(12);
    expect([seen.length, seen.at(-1)]).toEqual([12, '12/12']);
    expect(await demoReleases(releases, maker, 12)).toBe(0);
    const list = await releases.listWhole('en', { limit: 50 });
    expect(list).toHaveLength(12);
    const picture = list.flatMap((release) => release.pictures)[0]!;
    const answer = await fetch(`${app.url}/releases/pictures/${picture.sha256}.jpeg`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.length).toBe(picture.size);
    expect(bytes.length).toBeLessThan(120_000);
    expect(picture.variants.map(({ mediaType, width }) => `${mediaType} ${width}`)).toEqual([
      ...['image/avif 480', 'image/avif 960', 'image/avif 1280'],
      ...['image/webp 480', 'image/webp 960', 'image/webp 1280'],
    ]);
  } finally {
    await app.stop();
  }
}, 120_000);
