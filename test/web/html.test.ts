import { Readable } from 'node:stream';
import { HtmlValidate } from 'html-validate';
import { PrivateLetterService } from '../../src/contact/private-letter.service.js';
import { PileService } from '../../src/letters/paper/pile/pile.service.js';
import { followToken } from '../../src/releases/following/follow-link.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import { LANGUAGES, type Language } from '../../src/script/texts.js';
import { paths } from '../../src/web/paths.js';
import { samples } from '../files/samples.js';
import { type AtDesk, Office } from '../inbox/office.js';
import { buildPicture, buildRelease, titled } from '../releases/build-release.js';
import { ask } from '../releases/following/post.js';
import { PressDesk } from '../releases/newsroom/press.js';
import { Browser, type Page } from '../staff/browser.js';
import { sit } from '../journeys/seat.js';
import { startApp } from '../support/app.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';

/** As the test program has it. */
const SECRET = 'test-secret-key-test-secret-key-test-secret-key';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document'],
  // Styles and scripts come from the site itself, so a hash of them would vouch for nothing.
  rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
});

let office: Office;
let officer: AtDesk;
let writer: PressDesk;
let visitor: Browser;
let letter: { id: string; reference: string };
let draft: string;
let thrownAway: string;
let scan: string;
let asked: string;
let follower: string;

beforeAll(async () => {
  office = Office.around(await startApp());
  officer = await office.officer(['triage', 'drafter', 'approver', 'press', 'admin'], {
    name: 'Весна Марковић',
  });
  writer = new PressDesk(officer.url, officer.accountId, officer.cookies.get('pismo_session')!);
  visitor = new Browser(officer.url);
  const releases = office.app.get(ReleasesService);
  const first = buildRelease({ slug: 'first', section: 'culture', pictures: [buildPicture()] });
  await releases.publish(first);
  const gone = await releases.publish(titled('Повучено', '2026-02-02T12:00:00Z', { slug: 'gone' }));
  const note = { reason: 'Објављено грешком.', noteEn: 'Published by mistake.' };
  await writer.step(paths.newsroomRelease(gone.id), 'withdraw', note);
  const corrected = await releases.publish(buildRelease({ slug: 'corrected' }));
  const address = paths.newsroomRelease(corrected.id);
  await writer.step(address, 'correct');
  await writer.save(address, { bodySr: 'Ново.', noteSr: 'Исправљено.', noteEn: 'Corrected.', do: 'submit' });
  const other = await office.officer(['press']);
  const second = new PressDesk(other.url, other.accountId, other.cookies.get('pismo_session')!);
  expect((await second.step(address, 'publish')).status).toBe(303);
  await releases.publish(titled('"Знаци" <b> & друго', '2025-11-11T12:00:00Z', { slug: 'signs' }));
  await ask(office.app, { email: 'asked@primer.rs' });
  await ask(office.app, { email: 'follower@primer.rs' });
  const subscribed = (await office.sql.query(
    `UPDATE subscription SET state = CASE address WHEN 'follower@primer.rs' THEN 'active' ELSE state END,
       confirmed_at = CASE address WHEN 'follower@primer.rs' THEN now() END RETURNING id, address`,
  )) as [{ id: string; address: string }[], number];
  asked = subscribed[0].find((each) => each.address === 'asked@primer.rs')!.id;
  follower = subscribed[0].find((each) => each.address === 'follower@primer.rs')!.id;
  letter = await office.letter({ releaseSlug: 'first' });
  const picture = Readable.from([samples.png]);
  await office.app.get(PileService).drop(picture, 'koverta.png', officer.accountId);
  [{ id: scan }] = (await office.sql.query('SELECT id FROM post_scan')) as [{ id: string }];
  draft = await writer.create();
  await writer.save(draft, { titleSr: 'Нацрт', bodySr: 'Текст' });
  thrownAway = await writer.create();
  await writer.step(thrownAway, 'discard');
}, 60_000);
afterAll(() => office.stop());

/** What the validator says of a page, each with the markup around it. */
async function faultsIn(path: string, page: Page, status: number): Promise<string[]> {
  expect([path, page.status]).toEqual([path, status]);
  const { results } = await validator.validateString(page.html);
  return results
    .flatMap(({ messages }) => messages)
    .map(
      ({ ruleId, message, offset }) =>
        `${path}: ${ruleId}: ${message}: ${page.html.slice(Math.max(0, offset - 60), offset + 60)}`,
    );
}

const faultsOf = async (at: Browser, path: string, status = 200) =>
  faultsIn(path, await at.get(path), status);

test.each(LANGUAGES)('every public page is valid HTML: %s', async (language: Language) => {
  const letters = office.app.get(PrivateLetterService);
  const link = (purpose: 'receipt' | 'letter') =>
    letters.tokenOf({ id: letter.id, linkGeneration: 0 }, purpose);
  const found = [];
  for (const path of [
    paths.home(language),
    paths.contact(language),
    paths.contact(language, 'first'),
    paths.received(language, link('receipt')),
    paths.letter(language, link('letter')),
    paths.letters(language),
    paths.accessibility(language),
    paths.releases(language),
    paths.releasesOfYear(language, 2026),
    paths.releasesOfMonth(language, 2026, 3),
    paths.release(language, 'first'),
    paths.release(language, 'corrected'),
    paths.release(language, 'signs'),
    paths.releasesFound(language, { q: language === 'en' ? 'reading' : 'читаоница' }),
    paths.follow(language),
    paths.followAsked(language),
    paths.followLeft(language),
    paths.followConfirmation(language, followToken(SECRET, asked, 'confirm')),
    paths.followed(language, followToken(SECRET, follower, 'manage')),
  ])
    found.push(...(await faultsOf(visitor, path)));
  found.push(...(await faultsOf(visitor, paths.release(language, 'gone'), 410)));
  found.push(...(await faultsOf(visitor, paths.release(language, 'absent'), 404)));
  const refused = await visitor.post(paths.contact(language), { name: '' });
  found.push(...(await faultsIn(paths.contact(language), refused, 422)));
  expect(found).toEqual([]);
});

test.each(LANGUAGES)("the officers' pages are valid HTML: %s", async (language: Language) => {
  await office.sql.query('UPDATE account SET language = $1 WHERE id = $2', [language, officer.accountId]);
  const found = [];
  for (const path of [
    paths.inbox,
    `${paths.inbox}?state=new`,
    paths.inboxLetter(letter.reference),
    paths.reply(letter.reference),
    paths.forwarding(letter.reference),
    paths.bulk,
    `${paths.newBulk}?letter=${letter.reference}&do=closure`,
    `${paths.newBulk}?letter=${letter.reference}&do=reply`,
    paths.rules,
    paths.rule('new'),
    paths.standardLines,
    paths.savedViews,
    paths.quarantine,
    paths.post,
    paths.newPost,
    paths.newPostOf(scan),
    paths.reconciliation,
    paths.readingList,
    paths.print,
    paths.newsroom,
    `${paths.newsroom}?state=discarded`,
    draft,
    `${draft}/history`,
    thrownAway,
    paths.lettersAbout,
    paths.lettersAboutOne('first'),
    paths.accounts,
    paths.account(officer.accountId),
    paths.myAccount,
    paths.emailKinds,
    paths.outgoingEmails,
  ])
    found.push(...(await faultsOf(officer, path)));
  expect(found).toEqual([]);
});

test('the page of queues is as valid as its makers left it: one style beside its waiting sign, and no more', async () => {
  const found = await faultsOf(officer, paths.queues);
  expect(found.map((fault) => fault.split(': ').slice(0, 3).join(': '))).toEqual([
    `${paths.queues}: element-permitted-content: <style> element is not permitted as content under <div>`,
  ]);
});

(browserPath === undefined ? test.skip : test)(
  'axe finds nothing on pages that no journey visits, on a phone in the dark and on a screen',
  async () => {
    const browser = await openBrowser();
    try {
      for (const [width, colorScheme] of [
        [320, 'dark'],
        [1440, 'light'],
      ] as const) {
        const { open, page } = await sit(browser, officer, { viewport: { width, height: 900 }, colorScheme });
        for (const path of [
          ...[paths.lettersAbout, paths.lettersAboutOne('first'), paths.newsroom, draft, thrownAway],
          paths.quarantine,
          ...[paths.post, paths.newPostOf(scan), paths.reconciliation],
        ]) {
          await open(path);
          expect([path, await violations(page)]).toEqual([path, []]);
          expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
            path,
            width,
          ]);
        }
        await page.context().close();
      }
    } finally {
      await browser.close();
    }
  },
  120_000,
);
