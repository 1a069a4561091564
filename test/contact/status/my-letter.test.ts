import { DataSource } from 'typeorm';
import { Environment } from '../../../src/config/environment.js';
import { secretKey } from '../../../src/config/secret-key.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { MergeService } from '../../../src/letters/merge/merge.service.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import { privateToken } from '../../../src/letters/private-link.js';
import { samples } from '../../files/samples.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, officer } from '../../support/build.js';
import {
  type Fields,
  hiddenFields,
  openForm,
  send,
  sendUrlencoded,
  summary,
  valueOf,
} from '../form-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } });
});
afterAll(() => app.stop());

const pathOf = (id: string, version = '') =>
  `${version}/letters/${privateToken(secretKey(app.get(Environment)), id, 'letter', 0)}`;
const query = (sql: string, parameters: unknown[]) => app.get(DataSource).query(sql, parameters);
const stateOf = async (id: string): Promise<string> =>
  (await query('SELECT state FROM letter WHERE id = $1', [id]))[0].state;
/** Fills in the form that posts to `act` as a browser would. */
const act = async (path: string, name: string, fields: Fields, files: File[] = []) => {
  const { html } = await openForm(app, path);
  return send(app, `${path}/${name}`, { ...hiddenFields(html, `${path}/${name}`), ...fields }, files);
};

test('shows state, dates, own words as text, attachments and the forms; opening it changes nothing', async () => {
  const { id, reference } = await buildLetter(app, {
    subject: 'Мост',
    message: 'Прво <b>писмо</b>\n\nдруги ред',
  });
  const before = await query('SELECT * FROM letter WHERE id = $1', [id]);
  const events = await query('SELECT * FROM letter_event WHERE letter_id = $1', [id]);
  for (const method of ['GET', 'HEAD']) await fetch(app.url + pathOf(id), { method });
  const answer = await fetch(app.url + pathOf(id));
  const html = await answer.text();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(html).toContain('<h1>Ваше писмо је примљено</h1>');
  expect(html).toContain(reference);
  expect(html).toContain('<p>Прво &lt;b>писмо&lt;/b></p><p>други ред</p>');
  expect(html).toContain('Повуците писмо');
  expect(await query('SELECT * FROM letter WHERE id = $1', [id])).toEqual(before);
  expect(await query('SELECT * FROM letter_event WHERE letter_id = $1', [id])).toEqual(events);
});

test('says to which body the letter was handed, when and why, and not what came back', async () => {
  const { id } = await buildLetter(app, { language: 'sr-Latn' });
  await query(`UPDATE letter SET state = 'forwarded' WHERE id = $1`, [id]);
  await query(
    `WITH cover AS (
       INSERT INTO reply (letter_id, purpose, state, route, recipient, salutation, subject, body, language, drafters,
         fingerprint, approved, dispatched_at)
       VALUES ($1, 'cover', 'dispatched', 'email', 'a@b.example', '', '', '', 'sr-Cyrl', '{}', 'f', 'f', '2026-03-12T09:00Z')
       RETURNING id)
     INSERT INTO forwarding (letter_id, cover_id, name, told_name, why, told_why)
     SELECT $1, id, 'Министарство', 'Ministarstvo zdravlja', 'Разлог.', 'O tome odlučuje to ministarstvo.' FROM cover`,
    [id],
  );
  const page = async () => (await fetch(app.url + pathOf(id, '/lat'))).text();
  const html = await page();
  expect(html).toContain('<h1>Vaše pismo je prosleđeno nadležnom organu</h1>');
  for (const words of ['Ministarstvo zdravlja', 'O tome odlučuje to ministarstvo.', '12.03.2026.'])
    expect(html).toContain(words);
  await query(`UPDATE reply SET state = 'returned' WHERE letter_id = $1`, [id]);
  expect(await page()).not.toContain('Ministarstvo zdravlja');
});

test('each version speaks its own language', async () => {
  const { id } = await buildLetter(app);
  expect((await openForm(app, pathOf(id, '/lat'))).html).toContain('<h1>Vaše pismo je primljeno</h1>');
  expect((await openForm(app, pathOf(id, '/en'))).html).toContain('<h1>Your letter has been received</h1>');
});

test('a letter marked as spam looks like one that is finished', async () => {
  const [spam, closed] = [await buildLetter(app), await buildLetter(app)];
  const letters = app.get(LettersService);
  await letters.markSpam(spam.reference, 'реклама', officer());
  await letters.close(closed.reference, 'тајни разлог', officer());
  const pages = await Promise.all(
    [spam, closed].map(async ({ id }) => (await openForm(app, pathOf(id))).html),
  );
  for (const html of pages) {
    expect(html).toContain('<h1>Рад на Вашем писму је завршен</h1>');
    expect(html).not.toMatch(/реклама|тајни разлог|Нежељено/);
  }
});

describe('a letter that is merged into another', () => {
  const merged = async (different: Partial<NewLetter> = {}) => {
    const [letter, kept] = [await buildLetter(app, different), await buildLetter(app)];
    const into = { into: kept.reference, isSamePerson: true };
    await app.get(MergeService).merge(letter.reference, into, officer());
    return { letter, kept };
  };

  test('says decently with which of the writer’s own letters it is worked on, and follows that one', async () => {
    const { letter, kept } = await merged();
    const { html } = await openForm(app, pathOf(letter.id));
    expect(html).toContain(`<h1>На Вашем писму се ради заједно са писмом ${kept.reference}</h1>`);
    expect(html).toContain('Одговора још нема.');
    expect(html).toContain(`повуците писмо ${kept.reference} на његовој страници`);
    expect(html).not.toMatch(/завршен|дупликат|затвор/i);
    expect(html).not.toContain(pathOf(kept.id));
    await query(`UPDATE letter SET state = 'answered' WHERE id = $1`, [kept.id]);
    const answered = await openForm(app, pathOf(letter.id, '/en'));
    expect(answered.html).toContain(`<h1>Work on your letter is finished, together with your letter`);
    expect(answered.html).toContain(`The reply was sent to letter ${kept.reference}.`);
  });

  test('tells nothing of the other when only an officer says that it is the same person', async () => {
    const { letter, kept } = await merged({ email: 'drugi@primer.rs', name: 'Перо' });
    const closed = await buildLetter(app, { email: 'drugi@primer.rs', name: 'Перо' });
    await app.get(LettersService).close(closed.reference, 'x', officer());
    const { html } = await openForm(app, pathOf(letter.id));
    expect(html).not.toContain(kept.reference);
    const plain = (page: string, { reference }: { reference: string }) =>
      page
        .replaceAll(reference, '')
        .replace(/(value|href|action)="[^"]*"/g, '')
        .replace(/\d{4}-\d{6}|<dd.*?<\/dd>/gs, '');
    expect(plain(html, letter)).toBe(plain((await openForm(app, pathOf(closed.id))).html, closed));
  });
});

describe('a supplement', () => {
  test('joins the letter with its files, and the page says so', async () => {
    const { id } = await buildLetter(app);
    const file = new File([new Uint8Array(samples.pdf)], 'допуна.pdf');
    const answer = await act(pathOf(id), 'supplement', { message: 'Још ово' }, [file]);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(`${pathOf(id)}?done=supplement`);
    const { html } = await openForm(app, answer.headers.get('location')!);
    expect(html).toContain('Допуна је примљена');
    expect(html).toContain('Још ово');
    expect(html).toContain('допуна.pdf');
  });

  test('sent twice is added once', async () => {
    const { id } = await buildLetter(app);
    const path = pathOf(id);
    const fields = {
      ...hiddenFields((await openForm(app, path)).html, `${path}/supplement`),
      message: 'једном',
    };
    await Promise.all([1, 2].map(() => send(app, `${path}/supplement`, fields)));
    expect(await query('SELECT message FROM letter_supplement WHERE letter_id = $1', [id])).toEqual([
      { message: 'једном' },
    ]);
  });

  test.each([
    [{ message: ' ' }, [] as File[], '#message', 'Напишите допуну или приложите датотеку'],
    [
      { message: 'а'.repeat(20_001) },
      [],
      '#message',
      'Скратите писмо: највише 20.000 знакова, а има их 20.001',
    ],
    [
      { message: 'да' },
      [new File([new Uint8Array(samples.exe)], 'a.exe')],
      '#attachments',
      'Изаберите прилог друге врсте',
    ],
  ])('that cannot be taken comes back with its words', async (fields, files, anchor, sentence) => {
    const { id } = await buildLetter(app);
    const answer = await act(pathOf(id), 'supplement', fields, files);
    expect(answer.status).toBe(422);
    expect(summary(answer.html)).toEqual([[anchor, expect.stringContaining(sentence)]]);
    if (fields.message.trim()) expect(valueOf(answer.html, 'message')).toBe(fields.message);
    expect(await query('SELECT 1 FROM letter_supplement WHERE letter_id = $1', [id])).toEqual([]);
  });

  test("without the page's token costs one more click and no word", async () => {
    const { id } = await buildLetter(app);
    const path = `${pathOf(id)}/supplement`;
    const answer = await send(app, path, { message: 'моје речи' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Потребан је још један клик');
    expect(valueOf(answer.html, 'message')).toBe('моје речи');
    const again = await send(app, path, { ...hiddenFields(answer.html, path), message: 'моје речи' });
    expect(again.status).toBe(303);
  });

  test("a token of another letter's page is no token", async () => {
    const [mine, other] = [await buildLetter(app), await buildLetter(app)];
    const { html } = await openForm(app, pathOf(mine.id));
    const fields = hiddenFields(html, `${pathOf(mine.id)}/withdrawal`);
    await sendUrlencoded(app, `${pathOf(other.id)}/withdrawal`, { ...fields, sure: 'yes' });
    expect(await stateOf(other.id)).toBe('received');
  });
});

describe('withdrawing', () => {
  test('asks to be sure, then takes the letter back for good', async () => {
    const { id } = await buildLetter(app, { message: 'Повучене речи' });
    const unsure = await act(pathOf(id), 'withdrawal', {});
    expect(unsure.status).toBe(422);
    expect(summary(unsure.html)).toEqual([['#sure', 'Означите да желите да повучете писмо']]);
    expect(await stateOf(id)).toBe('received');
    const answer = await act(pathOf(id), 'withdrawal', { sure: 'yes' });
    expect(answer.status).toBe(303);
    expect(await stateOf(id)).toBe('withdrawn');
    const { html } = await openForm(app, pathOf(id));
    expect(html).toContain('<h1>Повукли сте писмо</h1>');
    expect(html).not.toContain('Повучене речи');
    expect(html).not.toContain('<form');
  });

  test('is not offered once the office is done, and refused by name when it was overtaken', async () => {
    const { id, reference } = await buildLetter(app);
    const path = pathOf(id);
    const fields = { ...hiddenFields((await openForm(app, path)).html, `${path}/withdrawal`), sure: 'yes' };
    await app.get(LettersService).close(reference, 'готово', officer());
    const answer = await sendUrlencoded(app, `${path}/withdrawal`, fields);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('у међувремену променило стање');
    expect((await openForm(app, path)).html).not.toContain('Желим да повучем');
  });
});

describe('missing details', () => {
  const incomplete = () =>
    buildLetter(app, {
      channel: 'email',
      name: '',
      surname: '',
      municipality: '',
      address: '',
      email: 'a@primer.rs',
    });
  const details = {
    name: 'Рада',
    surname: 'Рад',
    municipality: 'Valjevo',
    address: 'бб',
    email: 'a@primer.rs',
  };

  test("are asked for, completed by the form's rules, and the letter goes on", async () => {
    const { id } = await incomplete();
    expect(await stateOf(id)).toBe('details_needed');
    const path = pathOf(id);
    const wrong = await act(path, 'details', { ...details, surname: '', email: 'рада' });
    expect(wrong.status).toBe(422);
    expect(summary(wrong.html).map(([href]) => href)).toEqual(['#surname', '#email']);
    expect(valueOf(wrong.html, 'municipality')).toBe('Valjevo');
    const answer = await act(path, 'details', details);
    expect(answer.headers.get('location')).toBe(`${path}?done=details`);
    expect((await query('SELECT state, name, municipality_code FROM letter WHERE id = $1', [id]))[0]).toEqual(
      {
        state: 'received',
        name: 'Рада',
        municipality_code: '70360',
      },
    );
  });

  test('cannot change the words of the letter', async () => {
    const { id } = await incomplete();
    const answer = await act(pathOf(id), 'details', { ...details, message: 'друге речи' });
    expect(answer.status).toBe(422);
    expect(await stateOf(id)).toBe('details_needed');
  });

  test('are not taken for a letter that lacks none', async () => {
    const { id } = await buildLetter(app);
    const path = pathOf(id);
    const token = hiddenFields((await openForm(app, path)).html, `${path}/withdrawal`);
    expect((await sendUrlencoded(app, `${path}/details`, { ...token, ...details })).status).toBe(409);
  });
});

test.each(['abc', 'A'.repeat(64)])('the link %s is 404, whatever is posted to it', async (token) => {
  expect((await fetch(`${app.url}/letters/${token}`)).status).toBe(404);
  expect((await send(app, `/letters/${token}/supplement`, { message: 'a' })).status).toBe(404);
});

test('a raised generation revokes every link made before', async () => {
  const { id } = await buildLetter(app);
  await query('UPDATE letter SET link_generation = 1 WHERE id = $1', [id]);
  expect((await fetch(app.url + pathOf(id))).status).toBe(404);
});
