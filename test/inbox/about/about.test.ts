import { ReleasesService } from '../../../src/releases/releases.service.js';
import { titled } from '../../releases/build-release.js';
import { Office } from '../office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const releases = office.app.get(ReleasesService);
  await releases.publish(titled('Нови мост', '2026-02-01T12:00:00Z', { slug: 'novi-most' }));
  await releases.publish(titled('Нова школа', '2026-03-01T12:00:00Z', { slug: 'nova-skola' }));
  await office.letter({ releaseSlug: 'novi-most' }, { unit: 'social', state: 'in_work', category: 'roads' });
  await office.letter(
    { releaseSlug: 'novi-most' },
    { unit: 'legal', state: 'closed', receivedAt: new Date('2026-02-02T10:00:00Z') },
  );
  await office.indexed();
});
afterAll(() => office.stop());

/** The rows of the page as they read. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr role="row"><th scope="row".*?<\/tr>/gs)].map(([row]) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );

test('the press sees the figures of the whole office, and no letter', async () => {
  const press = await office.officer(['press']);
  const list = await press.get('/newsroom/letters');
  expect(rowsOf(list.html)).toEqual([
    'Nova škola 01.03.2026. - 13:00 0 0 0',
    'Novi most 01.02.2026. - 13:00 2 1 1',
  ]);
  const one = await press.get('/newsroom/letters/novi-most');
  expect(one.html).toContain('2 letters, 1 open, 1 in the last 7 days.');
  expect(one.html).toContain('Roads');
  expect(one.html).toContain('The figures are of the whole office');
  expect(one.html).not.toContain('/inbox?');
  expect((await press.get('/inbox?release=novi-most&state=all')).html).not.toContain('data-reference');
});

test('who reads letters is led to those about a release, and counts only what they may open', async () => {
  const triage = await office.officer(['triage']);
  expect((await triage.get('/newsroom/letters/novi-most')).html).toContain('2 letters');
  const link = /href="(\/inbox\?release=novi-most[^"]*)"/.exec(
    (await triage.get('/newsroom/letters/novi-most')).html,
  )![1]!;
  expect(await triage.list(link.replace('/inbox', '').replaceAll('&amp;', '&'))).toHaveLength(2);
  const drafter = await office.officer(['drafter'], { unit: 'social' });
  const seen = await drafter.get('/newsroom/letters/novi-most');
  expect(seen.html).toContain('1 letter, 1 open');
  const [reference] = await drafter.list('?release=novi-most&state=all');
  const letter = await drafter.get(`/inbox/letters/${reference}`);
  expect(letter.html).toContain('Novi most</a>');
  expect(letter.html).toContain('All letters about the release<!-- --> (1 letter)'.replace('<!-- -->', ''));
});

test('what is no published release is not found, and other roles see no figures', async () => {
  const triage = await office.officer(['triage']);
  for (const slug of ['moon', '%00', 'Novi-Most'])
    expect((await triage.get(`/newsroom/letters/${slug}`)).status).toBe(404);
  const admin = await office.officer(['admin']);
  expect((await admin.get('/newsroom/letters')).status).toBe(403);
});
