import { type DemoLetter, demoLetters } from '../../src/cli/demo-letters.js';
import { DEMO_ASIDES, DEMO_WORDS } from '../../src/cli/demo-letters.asides.js';
import {
  DEMO_CLOSINGS,
  DEMO_GREETINGS,
  DEMO_INTRODUCTIONS,
  DEMO_TOPICS,
} from '../../src/cli/demo-letters.topics.js';
import type { NewLetter } from '../../src/letters/new-letter.js';

describe('invented letters', () => {
  const made = async (count: number, seed: number) => {
    const letters: DemoLetter[] = [];
    for await (const letter of demoLetters(count, seed)) letters.push(letter);
    return letters;
  };
  let letters: DemoLetter[];
  beforeAll(async () => {
    letters = await made(400, 1);
  });

  it('are as many as asked for, the same for the same seed, others for another', async () => {
    expect(letters).toHaveLength(400);
    expect(await made(5, 1)).toEqual(letters.slice(0, 5));
    expect((await made(1, 2))[0]!.submissionKey).not.toBe(letters[0]!.submissionKey);
    const received: NewLetter = letters[0]!;
    expect(received.attachments).toEqual([]);
  });

  it('differ from one another', () => {
    expect(new Set(letters.map(({ message }) => message)).size).toBeGreaterThan(390);
    expect(new Set(letters.map(({ submissionKey }) => submissionKey)).size).toBe(400);
  });

  it('are written in their own script, to the last word', () => {
    for (const { language, message, subject, name, surname, address, municipality } of letters) {
      const words = [message, subject, name, surname, address, municipality].join(' ');
      if (language === 'sr-Cyrl') expect(words).not.toMatch(/[a-zčćđšž]/i);
      else expect(words).not.toMatch(/\p{Script=Cyrillic}/u);
    }
    expect(new Set(letters.map(({ language }) => language)).size).toBe(3);
    const accented = letters.filter(
      ({ language, message }) => language === 'sr-Latn' && !/[čćđšž]/i.test(message),
    );
    expect(accented.length).toBeGreaterThan(10);
  });

  it('have no gaps or marks left of the sentences that they are made of', () => {
    for (const { message } of letters) expect(message).not.toMatch(/[{}[\]|]/);
    for (const [serbian, english] of [
      ...DEMO_TOPICS.flatMap(({ category: _, ...texts }) => Object.values(texts).flat()),
      ...DEMO_ASIDES,
      ...Object.values(DEMO_WORDS).flat(),
      ...DEMO_GREETINGS,
      ...DEMO_INTRODUCTIONS,
      ...DEMO_CLOSINGS,
    ])
      expect(serbian.replace(/\{\w+\}/g, '') + english.replace(/\p{Script=Latin}/gu, '')).not.toMatch(
        /[a-z]/i,
      );
  });

  it('can be answered, and reach nobody real', () => {
    for (const { name, surname, municipality, address, email, phone, phoneE164, replyBy } of letters) {
      for (const detail of [name, surname, municipality, address]) expect(detail.trim()).not.toBe('');
      expect(email ?? phone).not.toBeNull();
      if (email) expect(email).toMatch(/^[a-z]+\.[a-z]+\d+@(example\.(com|org|net)|posta\.example)$/);
      if (phone) expect(phoneE164).toMatch(/^\+381\d\d000\d{4}$/);
      if (replyBy === 'email') expect(email).not.toBeNull();
      if (replyBy === 'phone') expect(phone).not.toBeNull();
    }
  });

  it('say what to install where faker is not', async () => {
    const missing = () =>
      Promise.reject(Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' }));
    await expect(demoLetters(1, 1, missing).next()).rejects.toThrow(/@faker-js\/faker.*npm ci/);
  });
});
