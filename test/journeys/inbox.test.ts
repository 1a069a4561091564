import type { Browser, BrowserContextOptions } from 'playwright-core';
import { type AtDesk, Office } from '../inbox/office.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';
import { sit as sitAt } from './seat.js';

/** Axe and a browser take their time on a machine that does other things too, in milliseconds. */
const PATIENCE = 180_000;
const LONG =
  'Александрина-Константиновићка-Милорадовић-Стефановић-Радосављевић-Хаџи-Тодоровић-удовица-Петра-и-кћи';

(browserPath === undefined ? describe.skip : describe)('the inbox in a browser', () => {
  let office: Office;
  let browser: Browser;
  let desk: AtDesk;
  let long: string;
  let details: string;

  beforeAll(async () => {
    office = await Office.open();
    browser = await openBrowser();
    desk = await office.officer(['triage', 'drafter'], {
      name: 'Јована Ристић',
      unit: 'social',
      language: 'sr-Cyrl',
    });
    await office.officer(['drafter'], { name: 'Марко Илић', unit: 'social' });
    long = (
      await office.letter(
        { name: LONG, surname: LONG, subject: null, message: 'МОЛИМВАС'.repeat(2_500), suspect: ['fast'] },
        { urgent: true, category: 'roads', unit: 'petitions', state: 'triaged' },
      )
    ).reference;
    details = (
      await office.letter(
        { channel: 'email', name: '', surname: '', address: '', municipality: '', municipalityCode: null },
        { state: 'details_needed' },
      )
    ).reference;
    for (const surname of ['Ђорђевић', 'Živanović', 'Kovács']) await office.letter({ surname });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await office?.stop();
  });

  const sit = (at: AtDesk = desk, options?: BrowserContextOptions) => sitAt(browser, at, options);

  const states = () => [
    ['list', '/inbox'],
    ['filters in force', '/inbox?state=all&category=roads&q=молим&sort=due&colour=red'],
    ['nothing found', '/inbox?q=операцја&state=closed'],
    ['an empty queue', '/inbox?state=spam'],
    ['a long letter', `/inbox/letters/${long}`],
    ['missing details', `/inbox/letters/${details}`],
  ];

  test.each([
    [320, 'light'],
    [1440, 'dark'],
  ] as const)(
    'axe finds nothing and nothing runs over at %s px, %s',
    async (width, colorScheme) => {
      const { page, faults, open } = await sit(desk, { viewport: { width, height: 900 }, colorScheme });
      for (const [name, path] of states()) {
        await open(path!);
        expect([name, await violations(page)]).toEqual([name, []]);
        for (const wide of [width, 768]) {
          await page.setViewportSize({ width: wide, height: 900 });
          const over = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          expect([name, wide, over]).toEqual([name, wide, 0]);
        }
        await page.setViewportSize({ width, height: 900 });
      }
      await page.click('[popovertarget="action-triage"]');
      expect(['an open form', await violations(page)]).toEqual(['an open form', []]);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'one pane on a phone, two on a laptop, three on a wide screen',
    async () => {
      const { page, open } = await sit();
      const seen = async () => {
        const panes: string[] = [];
        for (const pane of ['.queues', '.list', '.letter'])
          if (await page.locator(`.panes ${pane}`).first().isVisible()) panes.push(pane);
        return panes;
      };
      for (const [width, onList, onLetter] of [
        [390, ['.list'], ['.letter']],
        [1024, ['.list', '.letter'], ['.list', '.letter']],
        [1440, ['.queues', '.list', '.letter'], ['.queues', '.list', '.letter']],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await open('/inbox');
        expect([width, await seen()]).toEqual([width, onList]);
        await open(`/inbox/letters/${long}`);
        expect([width, await seen()]).toEqual([width, onLetter]);
        await open('/inbox/bulk');
        expect([width, await seen()]).toEqual([width, onLetter]);
      }
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'a letter is found, sorted, taken and closed by the keyboard alone',
    async () => {
      const { id, reference } = await office.letter({ surname: 'Тастатурић' });
      await office.indexed();
      const { page, faults, open } = await sit();
      await open('/inbox');
      await page.keyboard.press('/');
      await page.keyboard.type('тастатурић');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/inbox?q=**');
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.waitForSelector(`#letter > [data-letter="${reference}"]`);
      expect(page.url()).toContain(`/inbox/letters/${reference}?`);

      await page.keyboard.press('c');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('status').getByText('је разврстано').waitFor();
      expect(page.url()).toContain('done=triaged');

      await page.keyboard.press('a');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('је додељено').waitFor();
      expect(await office.stateOf(id)).toBe('in_work');

      await page.keyboard.press('e');
      await page.keyboard.type('Решено разговором');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('је затворено').waitFor();
      expect((await office.events(id, 'closure'))[0]).toMatchObject({
        accountId: desk.accountId,
        reason: 'Решено разговором',
      });

      await page.keyboard.press('g');
      await page.keyboard.press('z');
      await page.waitForURL('**/inbox?state=closed');
      expect(await page.locator(`[data-reference="${reference}"]`).count()).toBe(1);
      expect(faults).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'keys typed into a field stay in the field',
    async () => {
      const { page, open } = await sit();
      await open(`/inbox/letters/${long}`);
      await page.keyboard.press('e');
      await page.keyboard.type('ace jk/');
      expect(await page.locator('#closure-reason').inputValue()).toBe('ace jk/');
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'Escape closes a form, and the focus returns to its button',
    async () => {
      const { page, open } = await sit();
      await open(`/inbox/letters/${long}`);
      await page.focus('[popovertarget="action-closure"]');
      await page.keyboard.press('Enter');
      expect(await page.locator('#action-closure').isVisible()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator('#action-closure').isVisible()).toBe(false);
      expect(await page.evaluate('document.activeElement.getAttribute("popovertarget")')).toBe(
        'action-closure',
      );
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'without scripts everything is there: queues, filters, forms',
    async () => {
      const { id, reference } = await office.letter({ surname: 'Безскриптић', channel: 'post' });
      const { page, open } = await sit(desk, {
        javaScriptEnabled: false,
        viewport: { width: 390, height: 800 },
      });
      await open('/inbox');
      await page.click('[popovertarget="queues"]');
      await page.click('.queues a[data-keys="g n"]');
      await page.waitForURL('**assigned=none');
      await page.click('.filters summary');
      await page.selectOption('#filter-channel', 'post');
      await page.click('.filters button');
      await page.click(`[data-reference="${reference}"]`);
      await page.click('[popovertarget="action-triage"]');
      await page.selectOption('#triage-category', 'health');
      await page.click('#action-triage button.main');
      await page.waitForURL('**done=triaged**');
      expect(await office.stateOf(id)).toBe('triaged');
      await page.context().close();
    },
    PATIENCE,
  );

  test(
    'a refused form comes back open, with what was entered, and says why at once',
    async () => {
      const { reference } = await office.letter();
      const { page, open } = await sit();
      await open(`/inbox/letters/${reference}`);
      await desk.act(reference, 'closure', { reason: 'у другом прозору' });
      await page.keyboard.press('e');
      await page.keyboard.type('Моје речи');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await page.locator('#closure-reason').inputValue()).toBe('Моје речи');
      expect(await violations(page)).toEqual([]);
      await page.context().close();
    },
    PATIENCE,
  );
});
