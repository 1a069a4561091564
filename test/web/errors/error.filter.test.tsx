import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '../../../src/web/problem.js';
import { startWeb, throwing } from '../web-app.js';

let app: NestFastifyApplication;
afterEach(() => app.close());

async function answerTo(thrown: unknown, url: string, headers: Record<string, string> = {}) {
  app = await startWeb([throwing(() => thrown)]);
  return app.inject({ url, headers: { accept: 'text/html,*/*', ...headers } });
}

test.each([
  ['/page', 'sr-Cyrl', 'Те странице нема'],
  ['/lat/page', 'sr-Latn', 'Te stranice nema'],
  ['/en/page', 'en', 'There is no such page'],
  ['/en/nowhere-at-all', 'en', 'There is no such page'],
])('%s answers in its own version', async (url, language, words) => {
  const answer = await answerTo(new Problem({ status: 404, code: 'not-found' }), url);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(answer.body).toContain(`<html class="govuk-template" lang="${language}"`);
  expect(answer.body).toContain(words);
});

test('officers stay inside their own shell', async () => {
  const answer = await answerTo(new Problem({ status: 403, code: 'forbidden' }), '/inbox/page');
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('/assets/office');
});

test('programs get a problem document, with what the problem adds and nothing that a citizen wrote', async () => {
  const thrown = new Problem({
    status: 422,
    code: 'invalid',
    detail: 'Two fields.',
    extra: { errors: [{ field: 'surname', code: 'missing', message: 'Surname is missing.' }] },
    kept: 'Поштовани председниче',
  });
  const answer = await answerTo(thrown, '/api/v1/thing');
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toEqual({
    type: 'urn:pismo:problem:invalid',
    title: 'Unprocessable Entity',
    status: 422,
    code: 'invalid',
    detail: 'Two fields.',
    errors: [{ field: 'surname', code: 'missing', message: 'Surname is missing.' }],
  });
});

test('a script that asks for JSON gets the document on a page as well', async () => {
  const answer = await answerTo(new Problem({ status: 404, code: 'not-found' }), '/page', {
    accept: 'application/json',
  });
  expect(answer.json()).toMatchObject({ status: 404 });
});

test.each([429, 503])('%i keeps the words that were typed, as text', async (status) => {
  const kept = <p>{'Мост <b>преко</b> потока'}</p>;
  const answer = await answerTo(new Problem({ status, code: 'later', retryAfter: 30, kept }), '/page');
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['retry-after']).toBe('30');
  expect(answer.body).toContain('Мост &lt;b>преко&lt;/b> потока');
  expect(answer.body).toContain('pisma@predsednik.example');
});

test('a fault nobody foresaw says a reference that the log has, and none of its own words', async () => {
  const log = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
  const answer = await answerTo(new TypeError('secret detail'), '/page');
  const logged = log.mock.calls.map(([line]) => String(line)).join('\n');
  log.mockRestore();
  const reference = /E-[0-9A-Z]{8}/.exec(answer.body)?.[0];
  expect(answer.statusCode).toBe(500);
  expect(reference).toBeDefined();
  expect(answer.body).not.toContain('secret detail');
  expect(logged).toContain(`${reference} 500 at GET /page: TypeError: secret detail`);
});

test.each([
  ['broken JSON', 'application/json', '{"name": ', 400],
  ['too much JSON', 'application/json', JSON.stringify('x'.repeat(3000)), 413],
  ['a type that nobody reads', 'text/csv', 'a,b', 415],
])('%s', async (_, type, payload, status) => {
  app = await startWeb([throwing(() => 0)]);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/thing',
    headers: { 'content-type': type },
    payload,
  });
  expect(answer.statusCode).toBe(status);
  expect(answer.json()).toMatchObject({ status });
});

test.each([
  ['/en/%zz', 'text/html; charset=utf-8'],
  ['/api/%zz', 'application/problem+json; charset=utf-8'],
])('%s is answered like everything else, policy included', async (url, type) => {
  app = await startWeb();
  const answer = await app.inject({ url });
  expect(answer.statusCode).toBe(400);
  expect(answer.headers['content-type']).toBe(type);
  expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
});
