import { DataSource } from 'typeorm';
import { MergeService } from '../../../src/letters/merge/merge.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, officer } from '../../support/build.js';
import { hiddenFields, openForm, sendUrlencoded, summary } from '../form-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } });
});
afterAll(() => app.stop());

const look = async (reference: string, surname: string, version = '') => {
  const { hidden } = await openForm(app, `${version}/letters`);
  return sendUrlencoded(app, `${version}/letters`, { ...hidden, reference, surname });
};

test.each([
  ['as written', (reference: string) => [reference, 'Ђорђевић']],
  ['in the other script and case', (reference: string) => [reference.toLowerCase(), 'DJORDJEVIC']],
  [
    'without the dash, with blanks',
    (reference: string) => [` ${reference.replace('-', ' ')} `, ' Đorđević '],
  ],
])('reference and surname %s show how far the letter has come, and no more', async (_, typed) => {
  const { reference } = await buildLetter(app, {
    surname: 'Ђорђевић',
    message: 'Тајне речи',
    email: 'tajna@primer.rs',
  });
  const [ref, surname] = typed(reference) as [string, string];
  const answer = await look(ref, surname);
  expect(answer.status).toBe(200);
  expect(answer.html).toContain('Ваше писмо је примљено');
  expect(answer.html).toContain(reference);
  for (const secret of ['Тајне речи', 'tajna@primer.rs', '/letters/A', 'supplement'])
    expect(answer.html).not.toContain(secret);
  expect(answer.headers.get('cache-control')).toBe('no-store');
});

test('a merged letter follows the one that is worked on, which only its own page names', async () => {
  const [letter, kept] = [await buildLetter(app), await buildLetter(app)];
  const into = { into: kept.reference, isSamePerson: false };
  await app.get(MergeService).merge(letter.reference, into, officer());
  const { html } = await look(letter.reference, 'Стојадиновић-Вукосављевић');
  expect(html).toContain('<h1>На Вашем писму се ради заједно са Вашим другим писмом</h1>');
  expect(html).not.toContain(kept.reference);
});

test('a wrong surname and an absent reference answer alike', async () => {
  const { reference } = await buildLetter(app, { surname: 'Ђорђевић' });
  const plain = (html: string) => html.replace(/value="[^"]*"/g, '');
  const wrong = await look(reference, 'Петровић');
  const absent = await look('0000-0000', 'Ђорђевић');
  expect([wrong.status, absent.status]).toEqual([422, 422]);
  expect(plain(wrong.html)).toBe(plain(absent.html));
  expect(summary(wrong.html)).toEqual([
    ['#reference', 'Нема писма са том ознаком и тим презименом: проверите једно и друго'],
  ]);
});

test('a letter without a surname is not opened by an empty one', async () => {
  const { reference } = await buildLetter(app, { channel: 'email', surname: '' });
  expect((await look(reference, ' ')).status).toBe(422);
  expect((await look(reference, '\u200b')).status).toBe(422);
});

test("what is missing is named in the page's language", async () => {
  const answer = await look('abc', '', '/en');
  expect(summary(answer.html)).toEqual([
    ['#reference', 'Enter the reference: eight letters and digits, for example 7K3M-Q9TX'],
    ['#surname', 'Enter the surname'],
  ]);
});

test('without a token of the page nothing is looked up', async () => {
  const { reference } = await buildLetter(app, { surname: 'Ђорђевић' });
  const answer = await sendUrlencoded(app, '/letters', { reference, surname: 'Ђорђевић' });
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('Потребан је још један клик');
});

describe('the private link', () => {
  const links = (id: string) =>
    app
      .get(DataSource)
      .query(`SELECT recipient, params FROM outgoing_email WHERE kind = 'letter.link' AND subject_id = $1`, [
        id,
      ]);

  test('is sent again to the address in the letter, and shown to nobody', async () => {
    const { id, reference } = await buildLetter(app, { surname: 'Ђорђевић', email: 'veza@primer.rs' });
    const found = await look(reference, 'Ђорђевић');
    const answer = await sendUrlencoded(
      app,
      '/letters/resent-link',
      hiddenFields(found.html, '/letters/resent-link'),
    );
    expect(answer.status).toBe(200);
    expect(answer.html).toContain('Приватна веза је послата');
    expect(answer.html).not.toContain('veza@primer.rs');
    expect(await links(id)).toEqual([{ recipient: 'veza@primer.rs', params: { letterId: id } }]);
  });

  test('is not sent to whoever knows a reference alone', async () => {
    const mine = await buildLetter(app, { surname: 'Ђорђевић' });
    const other = await buildLetter(app, { surname: 'Петровић' });
    const found = await look(mine.reference, 'Ђорђевић');
    const fields = { ...hiddenFields(found.html, '/letters/resent-link'), reference: other.reference };
    expect((await sendUrlencoded(app, '/letters/resent-link', fields)).status).toBe(422);
    expect(await links(other.id)).toEqual([]);
  });

  test('is not promised to a writer without an e-mail address', async () => {
    const { reference } = await buildLetter(app, {
      surname: 'Ђорђевић',
      email: null,
      phone: '064 123 45 67',
    });
    const found = await look(reference, 'Ђорђевић');
    expect(found.html).toContain('нема електронске адресе');
    expect(found.html).not.toContain('resent-link');
  });
});

test('tries are limited, right or wrong', async () => {
  const limited = await startApp();
  try {
    const { hidden } = await openForm(limited, '/letters');
    let tries = 0;
    let answer;
    do {
      answer = await sendUrlencoded(limited, '/letters', { ...hidden, reference: '0000-0000', surname: 'а' });
    } while (answer.status !== 429 && ++tries < 100);
    expect(tries).toBeLessThan(50);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await limited.stop();
  }
});

test('the code of squares on a printed answer fills the reference in; anything else in its place is nothing', async () => {
  const shown = async (reference: string) =>
    (await (await fetch(`${app.url}/letters?reference=${encodeURIComponent(reference)}`)).text()).match(
      /<input[^>]*name="reference"[^>]*>/,
    )![0];
  expect(await shown('7K3M-Q9TX')).toContain('value="7K3M-Q9TX"');
  expect(await shown('"><script>')).not.toContain('script');
});
