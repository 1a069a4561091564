import { DataSource } from 'typeorm';
import { isPrivateToken, letterIdOf } from '../../../src/letters/private-link.js';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { EmailKinds } from '../../../src/mail/email-kinds.js';
import { LANGUAGES, type Language } from '../../../src/script/texts.js';
import { startApp, type TestApp } from '../../support/app.js';
import { LETTER_ROOMS, newLetter } from '../../support/build.js';
import { LettersService } from '../../../src/letters/letters.service.js';

const SECRET = 'test-secret-key-test-secret-key-test-secret-key';
const KINDS = ['letter.acknowledgement', 'letter.details', 'letter.link'];
let app: TestApp;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web', PUBLIC_URL: 'https://pisma.example' } });
});
afterAll(() => app.stop());

const sample = (kind: string, language: Language) => app.get(EmailKinds).get(kind)!.sample(language);
/** What a reader of the HTML sees. */
const words = (html: string) =>
  html
    .replace(/<(style|title)[\s\S]*?<\/\1>|<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;|\s+/g, ' ');

test('the acknowledgement of a letter carries its numbers, its date and its private link, and nothing that was written', async () => {
  const sent = newLetter({ language: 'en' });
  const { id, reference, receivedAt } = await app.get(LettersService).receive(sent);
  await app
    .get(DataSource)
    .query(
      `UPDATE letter SET due_on = '2026-12-22T22:59:59.999Z', received_at = '2026-11-22T13:31:00Z' WHERE id = $1`,
      [id],
    );
  await app.get(SequencerService).enterBatch();
  const { subject, html, text } = (await app
    .get(EmailKinds)
    .get('letter.acknowledgement')!
    .render({ letterId: id }, 'en'))!;

  expect(subject).toBe(`Your letter has been received: ${reference}`);
  const year = receivedAt.getFullYear();
  for (const body of [words(html), text])
    for (const part of [
      reference,
      `${year}-000001`,
      '22.11.2026. - 14:31',
      '22.12.2026.',
      'No. 1, Andrićev venac Str., 11000 Belgrade',
    ])
      expect(body).toContain(part);
  const token = /https:\/\/pisma\.example\/en\/letters\/([\w-]+)\n/.exec(text)![1]!;
  expect(html).toContain(`href="https://pisma.example/en/letters/${token}"`);
  expect(letterIdOf(token)).toBe(id);
  expect(isPrivateToken(SECRET, token, 'letter', 0)).toBe(true);
  for (const own of [
    sent.name,
    sent.surname,
    sent.municipality,
    sent.address,
    sent.email!,
    sent.subject!,
    'домаћинстава',
  ])
    expect(subject + html + text).not.toContain(own);
});

test('an acknowledgement is never written before the letter has its number', async () => {
  const { id } = await app.get(LettersService).receive(newLetter());
  await expect(
    app.get(EmailKinds).get('letter.acknowledgement')!.render({ letterId: id }, 'sr-Cyrl'),
  ).rejects.toThrow('before its letter had a number');
});

test.each(KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const)))(
  '%s in %s is in one language and script, with plain text beside it',
  async (kind, language) => {
    const { subject, html, text } = await sample(kind, language);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    const prose = (body: string) => body.replace(/https:\S+/g, '').replace(/7K3M-Q9TX/g, '');
    for (const body of [subject, words(html), text].map(prose)) {
      if (language === 'sr-Cyrl') expect(body).not.toMatch(/[A-Za-zčćžšđČĆŽŠĐ]/);
      else expect(body).not.toMatch(/\p{Script=Cyrillic}/u);
      expect(body).not.toMatch(/undefined|null|\{\w+\}|\[object/);
    }
    expect(text).toContain(prose(subject).split(':')[0]!);
    expect(subject).not.toMatch(/[\r\n]/);
  },
);
