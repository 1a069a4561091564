import { DataSource } from 'typeorm';
import { FilesService } from '../../../src/files/files.service.js';
import { samples } from '../../files/samples.js';
import { startApp, type TestApp } from '../../support/app.js';
import { LETTER } from '../form-client.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({ env: { RATE_LIMITS: 'off' } });
});
afterAll(() => app.stop());

interface Answer {
  status: number;
  type: string;
  headers: Headers;
  body: { [key: string]: unknown; errors?: { field: string; code: string; message: string }[] };
}
const post = async (body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  read(
    await fetch(`${app.url}/api/v1/letters`, {
      method: 'POST',
      body: body instanceof FormData ? body : typeof body === 'string' ? body : JSON.stringify(body),
      headers: { ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }), ...headers },
    }),
  );
const read = async (answer: Response): Promise<Answer> => ({
  status: answer.status,
  type: answer.headers.get('content-type')!.split(';')[0]!,
  headers: answer.headers,
  body: (await answer.json()) as Answer['body'],
});
const count = async () => Number((await app.get(DataSource).query('SELECT count(*) FROM letter'))[0].count);
const codes = (answer: Answer) => answer.body.errors?.map(({ field, code }) => `${field}: ${code}`);

test('a letter in JSON: 201 with its reference, time and page', async () => {
  const answer = await post(LETTER);
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    reference: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
    receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    statusUrl: expect.stringContaining('/letters/'),
  });
  expect(answer.headers.get('location')).toBe(answer.body.statusUrl);
  const page = await fetch(String(answer.body.statusUrl).replace(/^https?:\/\/[^/]+/, app.url));
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(String(answer.body.reference));
});

test('a letter in multipart brings attachments', async () => {
  const form = new FormData();
  for (const [name, value] of Object.entries(LETTER)) form.append(name, value);
  form.append('attachments', new File([new Uint8Array(samples.pdf)], 'молба.pdf'));
  const { status, body } = await post(form);
  expect(status).toBe(201);
  const held = await app
    .get(DataSource)
    .query(
      `SELECT a.name FROM letter_attachment a JOIN letter l ON l.id = a.letter_id WHERE l.reference = $1`,
      [body.reference],
    );
  expect(held).toEqual([{ name: 'молба.pdf' }]);
});

test('what it stores is exactly what was sent', async () => {
  const message = '  Ред\r\nдруги\tтаб 𝔓\u202e  ';
  const { body } = await post({ ...LETTER, message, language: 'sr-Latn' });
  const [stored] = await app
    .get(DataSource)
    .query('SELECT message, language FROM letter WHERE reference = $1', [body.reference]);
  expect(stored).toEqual({ message, language: 'sr-Latn' });
});

describe('an Idempotency-Key', () => {
  test('makes the same body one letter, also at once, and refuses another body', async () => {
    const headers = { 'idempotency-key': 'key-1' };
    const answers = await Promise.all([1, 2, 3].map(() => post({ ...LETTER, message: 'кључ' }, headers)));
    answers.push(
      await post(Object.fromEntries(Object.entries({ ...LETTER, message: 'кључ' }).reverse()), headers),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const other = await post({ ...LETTER, message: 'друго' }, headers);
    expect(other.status).toBe(422);
    expect(other.type).toBe('application/problem+json');
    expect(other.body.code).toBe('submission-key-reused');
  });

  test('that is empty or absurd is refused, and without one each request is a letter', async () => {
    expect((await post(LETTER, { 'idempotency-key': 'x'.repeat(201) })).body.code).toBe(
      'bad-idempotency-key',
    );
    const before = await count();
    await post(LETTER);
    await post(LETTER);
    expect(await count()).toBe(before + 2);
  });
});

describe('a letter with errors', () => {
  test('422 as a problem document that names each field', async () => {
    const answer = await post({ name: 'Рада', email: 'рада', attachments: ['a.pdf'] });
    expect(answer.status).toBe(422);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: 'urn:pismo:problem:invalid', status: 422, code: 'invalid' });
    expect(codes(answer)).toEqual([
      'surname: missing',
      'municipality: missing',
      'address: missing',
      'email: not-an-email',
      'message: missing',
      'attachments: not-a-file',
    ]);
  });

  test.each([
    [{}, 'sr-Cyrl', 'Напишите своје име'],
    [{ 'accept-language': 'de, en-GB;q=0.8, sr;q=0.5' }, undefined, 'Enter your name'],
    [{ 'accept-language': 'sr-Latn' }, undefined, 'Napišite svoje ime'],
    [{ 'accept-language': 'de' }, undefined, 'Напишите своје име'],
    [{ 'accept-language': 'en' }, 'sr-Latn', 'Napišite svoje ime'],
  ])('speaks the language of the letter or of %j', async (headers, language, message) => {
    const answer = await post({ ...LETTER, name: '', language }, headers as Record<string, string>);
    expect(answer.body.errors).toEqual([{ field: 'name', code: 'missing', message }]);
  });

  test.each([
    [{ name: { first: 'a' } }, 'name: wrong-type'],
    [{ name: ['a'] }, 'name: wrong-type'],
    [{ name: 5 }, 'name: wrong-type'],
    [{ message: 'a\u0000b' }, 'message: control-characters'],
    [{ name: 'a\nb' }, 'name: control-characters'],
    [{ state: 'closed' }, 'state: unknown-field'],
    [{ release: 'nema-ga' }, 'release: unknown-release'],
    [{ language: 'de' }, 'language: unknown-choice'],
    [{ email: null }, 'email: email-or-phone'],
  ])('%j is %s', async (changes, code) => {
    const before = await count();
    const answer = await post({ ...LETTER, ...changes });
    expect(answer.status).toBe(422);
    expect(codes(answer)).toEqual([code]);
    expect(await count()).toBe(before);
  });

  test('bad attachments are named', async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(LETTER)) form.append(name, value);
    form.append('attachments', new File([new Uint8Array(samples.exe)], 'a.exe'));
    form.append('picture', new File([new Uint8Array(samples.png)], 'a.png'));
    expect(codes(await post(form))).toEqual(['attachments: forbidden-type', 'picture: unknown-field']);
  });
});

describe('a body that is no letter', () => {
  const long = JSON.stringify({ ...LETTER, message: 'a'.repeat(1_100_000) });
  const cut = '--b\r\ncontent-disposition: form-data; name="name"\r\n\r\nRa';
  test.each([
    ['half a document', '{"name": ', 400, 'application/json'],
    ['a list', '[]', 400, 'application/json'],
    ['a text', '"text"', 400, 'application/json'],
    ['a prototype', '{"__proto__": {"name": "x"}}', 400, 'application/json'],
    ['an urlencoded form', 'name=a', 415, 'application/x-www-form-urlencoded'],
    ['XML', '<a/>', 415, 'application/xml'],
    ['more than any letter', long, 413, 'application/json'],
    ['multipart cut short', cut, 400, 'multipart/form-data; boundary=b'],
  ])('%s is refused clearly', async (_, body, status, type) => {
    const answer = await post(body, { 'content-type': type });
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(answer.body.status).toBe(status);
  });
});

test('a nearly full disk is 503 with Retry-After', async () => {
  const files = app.get(FilesService);
  const original = files.diskIsLow;
  files.diskIsLow = async () => true;
  try {
    const answer = await post(LETTER);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('60');
  } finally {
    files.diskIsLow = original;
  }
});

test('too many letters are 429 with Retry-After', async () => {
  const limited = await startApp();
  try {
    let answer: Response;
    let received = -1;
    do {
      received++;
      answer = await fetch(`${limited.url}/api/v1/letters`, {
        method: 'POST',
        body: JSON.stringify({ ...LETTER, message: `${received}` }),
        headers: { 'content-type': 'application/json' },
      });
    } while (answer.status === 201 && received < 100);
    expect(received).toBeGreaterThanOrEqual(30);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  } finally {
    await limited.stop();
  }
});
