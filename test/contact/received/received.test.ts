import { DataSource } from 'typeorm';
import { privateToken } from '../../../src/letters/private-link.js';
import { secretKey } from '../../../src/config/secret-key.js';
import { Environment } from '../../../src/config/environment.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter } from '../../support/build.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const tokenOf = (id: string, purpose: 'receipt' | 'letter' = 'receipt', generation = 0) =>
  privateToken(secretKey(app.get(Environment)), id, purpose, generation);
const open = (path: string) => fetch(app.url + path);

test.each([
  ['', 'Писмо је примљено'],
  ['/lat', 'Pismo je primljeno'],
  ['/en', 'Your letter has been received'],
])(
  'the receipt at %s gives reference, register number, due date and the way to the letter',
  async (version, title) => {
    const { id, reference } = await buildLetter(app);
    const answer = await open(`${version}/contact/received/${tokenOf(id)}`);
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toContain(`<h1>${title}</h1>`);
    expect(html).toContain(reference);
    expect(html).toMatch(/\b2\d{3}-\d{6}\b/);
    expect(html).toMatch(/<strong class="nowrap">\d\d\.\d\d\.\d{4}\.<\/strong>/);
    expect(html).toContain(`href="${version}/letters/${tokenOf(id, 'letter')}"`);
  },
);

test("it is nobody else's: not kept, not indexed, and its address is told to nobody", async () => {
  const { id } = await buildLetter(app);
  const { headers } = await open(`/contact/received/${tokenOf(id)}`);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
});

test('a writer with a telephone only is told that this page is theirs', async () => {
  const { id } = await buildLetter(app, { email: null, phone: '064 123 45 67', replyBy: 'phone' });
  const html = await (await open(`/contact/received/${tokenOf(id)}`)).text();
  expect(html).toContain('Сачувајте ову страницу');
  expect(html).not.toContain('Потврда електронском поштом');
});

test('a number that has not been given within a second follows', async () => {
  const { id } = await buildLetter(app);
  await (await open(`/contact/received/${tokenOf(id)}`)).text();
  await app.get(DataSource).query('DELETE FROM register_entry WHERE letter_id = $1', [id]);
  const started = Date.now();
  const html = await (await open(`/contact/received/${tokenOf(id)}`)).text();
  expect(Date.now() - started).toBeGreaterThanOrEqual(900);
  expect(html).toContain('<dd>следи</dd>');
});

test.each([
  ['another purpose', (id: string) => tokenOf(id, 'letter')],
  ['a revoked generation', (id: string) => tokenOf(id, 'receipt', 1)],
  ['an absent letter', () => tokenOf('019aab3e-0000-7000-8000-000000000000')],
  ['no token at all', () => 'abc'],
])('%s is 404', async (_, token) => {
  const { id } = await buildLetter(app);
  expect((await open(`/contact/received/${token(id)}`)).status).toBe(404);
});
