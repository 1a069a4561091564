import { ReleasesService } from '../../../src/releases/releases.service.js';
import { citedIn } from '../../../src/replies/citations/cited.js';
import { AtDesk, Office } from '../../inbox/office.js';
import { titled } from '../../releases/build-release.js';
import { tokenIn } from '../../staff/browser.js';

let office: Office;
let drafter: AtDesk;
let approver: AtDesk;
let other: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  drafter = await office.officer(['drafter'], { name: 'Jovana Ristić', unit: 'social' });
  approver = await office.officer(['approver'], { unit: 'social' });
  other = await office.officer(['drafter'], { unit: 'social' });
});
afterAll(() => office.stop());
afterEach(() => office.sql.query('TRUNCATE release, reply_citation CASCADE'));

const publish = () =>
  office.app.get(ReleasesService).publish(titled('Нови мост', '2026-02-01T12:00:00Z', { slug: 'novi-most' }));
const correct = () => office.sql.query(`UPDATE release SET updated_at = now() WHERE slug = 'novi-most'`);

async function post(desk: AtDesk, reference: string, part: string, fields: Record<string, string>) {
  const { html } = await desk.get(`/inbox/letters/${reference}/reply`);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '0';
  const fingerprint = /name="fingerprint" value="([0-9a-f]{64})"/.exec(html)?.[1];
  return desk.post(`/inbox/letters/${reference}/reply${part}`, {
    _csrf: tokenIn(html),
    ...(part === '' && { version }),
    ...(fingerprint && { fingerprint }),
    ...fields,
  });
}
const TEXT = { route: 'email', language: 'en', salutation: 'Dear Sir', subject: 'Your letter', do: 'save' };
const CITING = { ...TEXT, body: 'See [the bridge](http://localhost/en/releases/novi-most).' };
const letter = () => office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });
const WARNING = 'cites a release that is no longer the same';
const queue = (desk: AtDesk) => desk.list('?state=all&cited=yes');

test('a text cites the releases that its links lead to, in whatever version', () => {
  expect(
    citedIn(
      '[a](https://x/releases/novi-most) [b](/lat/releases/nova-skola) [c](/en/releases/novi-most). /releases/2026',
    ),
  ).toEqual(['novi-most', 'nova-skola']);
});

test('whoever drafted, approves or sent a reply is warned when its release is corrected, until it was looked at', async () => {
  await publish();
  const { id, reference } = await letter();
  const page = (desk: AtDesk) => desk.get(`/inbox/letters/${reference}/reply`);
  await post(drafter, reference, '', CITING);
  expect((await page(drafter)).html).not.toContain(WARNING);
  await correct();
  expect((await page(drafter)).html).toContain(WARNING);
  await post(drafter, reference, '', { ...CITING, subject: 'Another subject' });
  expect((await page(drafter)).html).toContain(WARNING);
  await post(drafter, reference, '', { ...CITING, do: 'submit' });
  expect((await page(approver)).html).toContain(WARNING);
  expect(await queue(drafter)).toEqual([reference]);
  expect(await queue(other)).toEqual([]);

  await post(approver, reference, '/approval', {});
  await office.sql.query(
    `UPDATE reply SET state = 'dispatched', dispatched_at = now() WHERE letter_id = $1`,
    [id],
  );
  const seen = await drafter.get(`/inbox/letters/${reference}`);
  expect(seen.html).toMatch(/The reply sent on [^<]* cites a release that is no longer the same/);
  const reply = /data-cited="([^"]+)"/.exec(seen.html)![1]!;
  const done = await post(drafter, reference, '/citations', { reply, from: 'letter' });
  expect(done.headers.get('location')).toBe(`/inbox/letters/${reference}`);
  const after = (await drafter.get(`/inbox/letters/${reference}`)).html;
  expect(after).not.toContain(WARNING);
  expect(after).toContain('Jovana Ristić checks the reply after a release that it cites was changed.');
  expect(await queue(drafter)).toEqual([]);
  await correct();
  expect(await queue(drafter)).toEqual([reference]);
});

test('a citation of what was corrected before, and one that was taken out, warn of nothing', async () => {
  await publish();
  await correct();
  const { reference } = await letter();
  await post(drafter, reference, '', CITING);
  expect(await queue(drafter)).toEqual([]);
  await post(drafter, reference, '', { ...TEXT, body: 'Nothing.' });
  await correct();
  expect(await queue(drafter)).toEqual([]);
});

test('a withdrawn release warns even whoever cites it afterwards, and by an address that it had before', async () => {
  await publish();
  await office.sql.query(
    `INSERT INTO release_old_slug (slug, release_id) SELECT 'stari-most', id FROM release WHERE slug = 'novi-most'`,
  );
  await office.sql.query(
    `UPDATE release SET state = 'withdrawn', withdrawn_at = now(), withdrawal_sr = 'Грешка.', updated_at = now()`,
  );
  const { reference } = await letter();
  await post(drafter, reference, '', { ...TEXT, body: 'See http://localhost/lat/releases/stari-most' });
  const { html } = await drafter.get(`/inbox/letters/${reference}/reply`);
  expect(html).toMatch(/Novi most<\/a>: withdrawn on \d/);
  expect(await queue(drafter)).toEqual([reference]);
});

test('a review is refused to whoever may not see the letter, and does nothing to another letter’s reply', async () => {
  await publish();
  const [mine, theirs] = [await letter(), await letter()];
  await post(drafter, mine.reference, '', CITING);
  await correct();
  const reply = /data-cited="([^"]+)"/.exec(
    (await drafter.get(`/inbox/letters/${mine.reference}/reply`)).html,
  )![1]!;
  await post(drafter, theirs.reference, '/citations', { reply, from: 'reply' });
  expect(await queue(drafter)).toEqual([mine.reference]);
  const foreign = await office.officer(['drafter'], { unit: 'legal' });
  const { html } = await foreign.get('/inbox');
  const fields = { _csrf: tokenIn(html), reply, from: 'reply' };
  expect((await foreign.post(`/inbox/letters/${mine.reference}/reply/citations`, fields)).status).toBe(404);
});

test('a standard line cites a release by a field, which in the reply is a link with its title', async () => {
  await publish();
  const lines = async (fields: Record<string, string>) => {
    const { html } = await drafter.get('/inbox/standard-lines');
    const line = { _csrf: tokenIn(html), id: '', name: 'Мост', language: 'sr-Cyrl', ...fields };
    return drafter.post('/inbox/standard-lines', line);
  };
  const inserted = await lines({ body: 'Видите', release: 'novi-most', do: 'insert' });
  expect(inserted.html).toContain('Видите {{release novi-most}}');
  const unknown = await lines({ body: '{{release moon}}', do: 'save' });
  expect(unknown.html).toContain('There is no published release “moon”.');
  await lines({ body: 'Видите {{release novi-most}}.', do: 'save' });
  const { reference } = await office.letter({ language: 'sr-Latn' }, { state: 'triaged', unit: 'social' });
  const page = await drafter.get(`/inbox/letters/${reference}/reply`);
  expect(page.html).toMatch(/data-text="Vidite \[Novi most\]\([^)]*\/lat\/releases\/novi-most\)\."/);
});
