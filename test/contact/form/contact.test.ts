import { DataSource } from 'typeorm';
import { FilesService } from '../../../src/files/files.service.js';
import { secretKey } from '../../../src/config/secret-key.js';
import { Environment } from '../../../src/config/environment.js';
import { issueFormToken } from '../../../src/web/form-token.js';
import { samples } from '../../files/samples.js';
import { startApp, type TestApp } from '../../support/app.js';
import {
  type Fields,
  hiddenFields,
  LETTER,
  openForm,
  send,
  sendUrlencoded,
  sent,
  summary,
  valueOf,
} from '../form-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } });
});
afterAll(() => app.stop());

interface Stored {
  id: string;
  reference: string;
  suspect: string[];
  message: string;
  [column: string]: unknown;
}
const letters = (): Promise<Stored[]> =>
  app.get(DataSource).query('SELECT * FROM letter ORDER BY received_at, id');
const newest = async () => (await letters()).at(-1)!;
const file = (name: string, content: Buffer, type = 'application/octet-stream') =>
  new File([new Uint8Array(content)], name, { type });
const sendLetter = async (changes: Fields = {}, files: File[] = [], path = '/contact') => {
  const { hidden } = await openForm(app, path);
  return send(app, path, { ...hidden, ...LETTER, ...changes }, files);
};

describe('a letter', () => {
  test.each([
    ['/contact', 'sr-Cyrl', '/contact/received/'],
    ['/lat/contact', 'sr-Latn', '/lat/contact/received/'],
    ['/en/contact', 'en', '/en/contact/received/'],
  ])('sent from %s is stored in %s and leads to its receipt', async (path, language, receipt) => {
    const answer = await sendLetter(
      { subject: 'Мост', phone: '014/222-333', country: 'RS', postalCode: '14253' },
      [],
      path,
    );
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toMatch(new RegExp(`^${receipt}[\\w-]{64}$`));
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await newest()).toMatchObject({
      ...LETTER,
      language,
      channel: 'web',
      state: 'received',
      municipality: language === 'sr-Cyrl' ? 'Ваљево' : 'Valjevo',
      municipality_code: '70360',
      phone: '014/222-333',
      phone_e164: '+38114222333',
      reply_by: 'email',
      subject: 'Мост',
      release_slug: null,
    });
  });

  test("may come without multipart, and its line ends are the writer's", async () => {
    const { hidden } = await openForm(app, '/contact');
    const answer = await sendUrlencoded(app, '/contact', { ...hidden, ...LETTER, message: 'један\r\nдва' });
    expect(answer.status).toBe(303);
    expect((await newest()).message).toBe('један\nдва');
  });

  test('from abroad keeps the place as it was written', async () => {
    await sendLetter({ municipality: 'Беч', country: 'AT', email: undefined, phone: '+43 1 5055566' });
    expect(await newest()).toMatchObject({
      municipality: 'Беч',
      municipality_code: null,
      country: 'AT',
      reply_by: 'phone',
    });
  });

  test('with attachments holds them in order', async () => {
    const answer = await sendLetter({}, [file('молба.pdf', samples.pdf), file('слика.png', samples.png)]);
    expect(answer.status).toBe(303);
    const { id } = await newest();
    expect(
      await app
        .get(DataSource)
        .query('SELECT name, media_type FROM letter_attachment WHERE letter_id = $1 ORDER BY position', [id]),
    ).toEqual([
      { name: 'молба.pdf', media_type: 'application/pdf' },
      { name: 'слика.png', media_type: 'image/png' },
    ]);
  });

  test('the same form twice is one letter, at once or one after the other', async () => {
    const { hidden } = await openForm(app, '/contact');
    const fields = { ...hidden, ...LETTER, message: 'једном' };
    const answers = await Promise.all([1, 2, 3].map(() => send(app, '/contact', fields)));
    answers.push(await send(app, '/contact', fields));
    expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
    expect((await letters()).filter(({ message }) => message === 'једном')).toHaveLength(1);
  });

  test('the form sent again after Back with other words is another letter', async () => {
    const { hidden } = await openForm(app, '/contact');
    const first = await send(app, '/contact', { ...hidden, ...LETTER, message: 'прво' });
    const second = await send(app, '/contact', { ...hidden, ...LETTER, message: 'друго' });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.get('location')).not.toBe(first.headers.get('location'));
  });
});

describe('a form with errors', () => {
  test("comes back in the page's language with every word and each error linked", async () => {
    const answer = await sendLetter(
      { name: ' ', municipality: '', email: 'radmila@primer', subject: 'О "мосту" & <путу>' },
      [],
      '/lat/contact',
    );
    expect(answer.status).toBe(422);
    expect(summary(answer.html)).toEqual([
      ['#name', 'Napišite svoje ime'],
      ['#municipality', 'Napišite opštinu ili grad'],
      ['#email', 'Dopunite elektronsku adresu, na primer ime@primer.rs'],
    ]);
    expect(answer.html).toContain('Još tri stvari');
    for (const [field, value] of Object.entries({
      ...LETTER,
      email: 'radmila@primer',
      subject: 'О "мосту" & <путу>',
    }))
      if (field !== 'name' && field !== 'municipality') expect(valueOf(answer.html, field)).toBe(value);
    for (const field of ['name', 'municipality', 'email']) {
      expect(answer.html).toContain(`id="${field}-error"`);
      expect(answer.html).toMatch(new RegExp(`<input[^>]* id="${field}"[^>]* aria-invalid="true"`));
    }
  });

  test('without anything names each missing field', async () => {
    const { hidden } = await openForm(app, '/en/contact');
    const answer = await send(app, '/en/contact', hidden);
    expect(summary(answer.html).map(([href]) => href)).toEqual([
      '#name',
      '#surname',
      '#municipality',
      '#address',
      '#email',
      '#message',
    ]);
  });

  test('keeps the file that was taken; it goes with the letter unless its box is ticked', async () => {
    const first = await sendLetter({ address: '' }, [
      file('мост.png', samples.png),
      file('мост.pdf', samples.pdf),
    ]);
    expect(first.status).toBe(422);
    expect(first.html).toContain('мост.png');
    const again = hiddenFields(first.html);
    const tokens = again.keptAttachment as string[];
    expect(tokens).toHaveLength(2);
    const second = await send(app, '/contact', { ...again, ...LETTER, removeAttachment: tokens[1] });
    expect(second.status).toBe(303);
    const { id } = await newest();
    expect(
      await app.get(DataSource).query('SELECT name FROM letter_attachment WHERE letter_id = $1', [id]),
    ).toEqual([{ name: 'мост.png' }]);
  });

  test('passes over the token of a file that nobody sent here', async () => {
    const { hidden } = await openForm(app, '/contact');
    const forged = `${Buffer.from(JSON.stringify(['0'.repeat(64), 1, 'text/plain', 'a.txt'])).toString('base64url')}.AAAA`;
    const answer = await send(app, '/contact', { ...hidden, ...LETTER, keptAttachment: forged });
    expect(answer.status).toBe(303);
    expect(
      await app
        .get(DataSource)
        .query('SELECT 1 FROM letter_attachment WHERE letter_id = $1', [(await newest()).id]),
    ).toEqual([]);
  });

  test.each([
    [
      'велико.pdf',
      Buffer.alloc(10 * 1024 * 1024 + 1, 65),
      'Изаберите мањи прилог: „велико.pdf“ има 10,5 MB, а највише је 10 MB',
    ],
    [
      'програм.exe',
      samples.exe,
      'Изаберите прилог друге врсте: „програм.exe“ није PDF, JPEG, PNG, HEIC, DOCX, ODT ни TXT',
    ],
    [
      'слика.pdf',
      samples.png,
      'Изаберите исправан прилог: садржај датотеке „слика.pdf“ није оно што јој име каже',
    ],
    ['празно.pdf', Buffer.alloc(0), 'Изаберите други прилог: „празно.pdf“ је празан'],
  ])('names the attachment %s that is not taken, and keeps the good one', async (name, content, sentence) => {
    const answer = await sendLetter({}, [file(name, content), file('добро.txt', samples.txt)]);
    expect(answer.status).toBe(422);
    expect(summary(answer.html)).toEqual([['#attachments', sentence]]);
    expect(hiddenFields(answer.html).keptAttachment).toEqual(expect.any(String));
    expect(valueOf(answer.html, 'message')).toBe(LETTER.message);
  });

  test('takes five files and names the sixth, also over two tries', async () => {
    const texts = ['1', '2', '3', '4', '5', '6'].map((name) => file(`${name}.txt`, Buffer.from(name)));
    const first = await sendLetter({}, texts);
    expect(summary(first.html)).toEqual([
      ['#attachments', 'Приложите највише пет датотека: „6.txt“ је сувишна'],
    ]);
    const again = hiddenFields(first.html);
    expect(again.keptAttachment).toHaveLength(5);
    const second = await send(app, '/contact', { ...again, ...LETTER }, [texts[5]!]);
    expect(summary(second.html)).toEqual([
      ['#attachments', 'Приложите највише пет датотека: „6.txt“ је сувишна'],
    ]);
  });

  test.each([
    [{ state: 'closed' }, 'Образац нема поље „state“'],
    [{ 'name[first]': 'Рада' }, 'Образац нема поље „name[first]“'],
    [{ name: ['Рада', 'Нада'] }, 'Поље „Име“ наведите једном, као обичан текст'],
    [{ replyBy: 'голуб' }, 'изаберите један од понуђених одговора'],
  ])('does not pass over %j in silence', async (changes, sentence) => {
    const answer = await sendLetter(changes);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain(sentence.replaceAll('"', '&quot;'));
  });

  test('cleans what nobody can see from a paste instead of refusing it', async () => {
    expect((await sendLetter({ name: 'Рад\u0000ми\u0007ла\t ', message: 'a\u0000b\tc' })).status).toBe(303);
    expect(await newest()).toMatchObject({ name: 'Радмила', message: 'ab\tc' });
  });

  test('shows a letter that is too long whole, with its length', async () => {
    const message = 'љ'.repeat(20_001);
    const answer = await sendLetter({ message });
    expect(summary(answer.html)).toEqual([
      ['#message', 'Скратите писмо: највише 20.000 знакова, а има их 20.001'],
    ]);
    expect(valueOf(answer.html, 'message')).toBe(message);
  });
});

describe('a token of the form', () => {
  const stale = () =>
    issueFormToken(secretKey(app.get(Environment)), 'contact', Date.now() - 13 * 60 * 60 * 1000);

  test.each([
    ['too old', stale],
    ['not ours', () => 'AAAA.BBBB'],
    ['missing', () => undefined],
  ])('that is %s costs one more click and no word', async (_, token) => {
    const before = (await letters()).length;
    const answer = await sendLetter({ formToken: token() }, [file('a.txt', samples.txt)]);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('потребан је још један клик');
    expect(await letters()).toHaveLength(before);
    const again = await send(app, '/contact', { ...hiddenFields(answer.html), ...LETTER });
    expect(again.status).toBe(303);
  });
});

describe('marks', () => {
  const marksOf = async (changes: Fields) => {
    expect((await sendLetter(changes)).status).toBe(303);
    return (await newest()).suspect;
  };
  const slow = () => issueFormToken(secretKey(app.get(Environment)), 'contact', Date.now() - 60_000);

  test('a letter that a person wrote has none', async () => {
    expect(await marksOf({ formToken: slow(), message: 'Пише човек.' })).toEqual([]);
  });
  test('the hidden field, haste and a repeated text are marked, and the letter is received like any other', async () => {
    expect(
      await marksOf({ formToken: slow(), message: 'Прво писмо.', website: 'http://spam.example' }),
    ).toEqual(['honeypot']);
    expect(await marksOf({ message: 'Друго писмо.' })).toEqual(['fast']);
    expect(await marksOf({ formToken: slow(), message: 'DRUGO  pismo' })).toEqual(['repeated']);
    expect(await newest()).toMatchObject({ state: 'received' });
  });
});

describe('a body that is no form', () => {
  test.each([
    ['application/json', '{"name":"Рада"}'],
    ['text/plain', 'name=Rada'],
  ])('%s is refused by its type', async (type, body) => {
    const answer = await sent(
      await fetch(`${app.url}/contact`, { method: 'POST', body, headers: { 'content-type': type } }),
    );
    expect(answer.status).toBe(415);
    expect(answer.html).toContain('<!doctype html>');
  });

  test('a multipart body that breaks off gives back what had arrived', async () => {
    const part = (name: string, value: string) =>
      `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const body =
      part('name', 'Радмила') + part('message', 'Почетак писма') + '--b\r\ncontent-disposition: form-da';
    const answer = await sent(
      await fetch(`${app.url}/contact`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'multipart/form-data; boundary=b' },
      }),
    );
    expect(answer.status).toBe(400);
    expect(answer.html).toContain('Слање се прекинуло');
    expect(valueOf(answer.html, 'name')).toBe('Радмила');
    expect(valueOf(answer.html, 'message')).toBe('Почетак писма');
  });

  test('multipart without a boundary is refused clearly', async () => {
    const answer = await fetch(`${app.url}/contact`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'multipart/form-data' },
    });
    expect([400, 415]).toContain(answer.status);
  });
});

test('a nearly full disk: 503, the words stay, nothing is stored', async () => {
  const files = app.get(FilesService);
  const original = files.diskIsLow;
  files.diskIsLow = async () => true;
  try {
    const before = (await letters()).length;
    for (const attached of [[], [file('a.txt', samples.txt)]]) {
      const answer = await sendLetter({}, attached);
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('60');
      expect(answer.html).toContain('Писмо није послато');
      expect(valueOf(answer.html, 'message')).toBe(LETTER.message);
    }
    expect(await letters()).toHaveLength(before);
  } finally {
    files.diskIsLow = original;
  }
});
