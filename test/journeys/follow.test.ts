import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { MailServer } from '../../src/mail/mail-server.js';
import { publish } from '../releases/following/post.js';
import { buildRelease } from '../releases/build-release.js';
import { startReleases } from '../releases/rooms.js';
import { freePort, type TestApp } from '../support/app.js';
import { violations } from '../support/axe.js';
import { browserPath, openBrowser } from '../support/browser.js';

interface Mail {
  to: unknown;
  subject: string;
  text: string;
  html: string;
}

(browserPath === undefined ? describe.skip : describe)('following in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    // The development mailbox, as whoever tries the program out has it.
    const [smtp, web] = [await freePort(), await freePort()];
    const mailbox = {
      SMTP_URL: '',
      MAILBOX_SMTP_PORT: String(smtp),
      MAILBOX_WEB_PORT: String(web),
      LMTP_PORT: String(await freePort()),
    };
    app = await startReleases({ env: mailbox });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** Waits for an e-mail with this subject in the mailbox. */
  async function received(subject: string): Promise<Mail> {
    const url = `${app.get(MailServer).mailboxUrl}/api/email`;
    for (const end = Date.now() + 15_000; Date.now() < end; await sleep(100)) {
      const found = ((await (await fetch(url)).json()) as Mail[]).find((mail) => mail.subject === subject);
      if (found !== undefined) return found;
    }
    throw new Error(`No e-mail "${subject}".`);
  }

  async function expectSound(page: Page, state: string) {
    expect([state, await violations(page)]).toEqual([state, []]);
    const over = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect([state, over]).toEqual([state, 0]);
  }

  test('a reader finds the form, confirms from the mailbox, changes the choice, reads the release and leaves', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    await page.goto(`${app.url}/lat/releases`);
    await page.getByRole('link', { name: 'Elektronskom poštom' }).click();
    await expectSound(page, 'form');
    await page.getByRole('button', { name: 'Pošaljite mi vezu' }).click();
    await expectSound(page, 'refused');
    expect(await page.getByRole('alert').innerText()).toContain('Napišite jednu elektronsku adresu');

    await page.getByLabel('Elektronska adresa').fill('mila@primer.rs');
    await page.getByLabel('Jednom nedeljno').check();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lat/releases/follow/asked');
    await expectSound(page, 'asked');

    const confirmation = await received('Potvrdite da želite da pratite saopštenja');
    await page.goto(/https?:\/\/\S+\/confirmation\/\S+/.exec(confirmation.text)![0]);
    await expectSound(page, 'confirm');
    await page.getByRole('button', { name: 'Potvrđujem' }).click();
    await page.waitForURL('**/lat/releases/follow/mine/*');
    await expectSound(page, 'mine');
    await page.getByLabel('Odmah').check();
    await page.getByLabel('English').check();
    await page.getByRole('button', { name: 'Sačuvajte' }).click();
    await page.waitForURL('**/en/releases/follow/mine/*');
    expect(await page.getByRole('status').innerText()).toBe('It is saved.');

    await publish(app, buildRelease({ slug: 'citaonica', section: 'culture' }));
    const news = await received('Reading room opened');
    await page.setContent(news.html);
    expect(await violations(page)).toEqual([]);
    const manage = page.getByRole('link', { name: 'Change your choice' });
    await page.goto((await manage.getAttribute('href'))!);
    await page.getByRole('button', { name: 'I want no more' }).click();
    await page.waitForURL('**/en/releases/follow/left');
    await expectSound(page, 'left');
    expect(await app.get(DataSource).query('SELECT 1 FROM subscription')).toEqual([]);
    await page.close();
  }, 90_000);
});
