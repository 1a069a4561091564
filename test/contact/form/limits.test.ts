import { DataSource } from 'typeorm';
import pg from 'pg';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { secretKey } from '../../../src/config/secret-key.js';
import { Environment } from '../../../src/config/environment.js';
import { issueFormToken } from '../../../src/web/form-token.js';
import { samples } from '../../files/samples.js';
import { startApp, type TestApp } from '../../support/app.js';
import { type Fields, hiddenFields, LETTER, openForm, send, valueOf } from '../form-client.js';

const letters = (app: TestApp) =>
  app.get(DataSource).query('SELECT suspect FROM letter ORDER BY received_at, id');

describe('the rate of letters', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.stop());

  test('lets at least 30 through in ten minutes, does not count refusals, then keeps the words of the rest', async () => {
    const { hidden } = await openForm(app, '/contact');
    for (let i = 0; i < 60; i++)
      expect((await send(app, '/contact', { ...hidden, ...LETTER, email: '' })).status).toBe(422);
    let received = 0;
    let answer;
    do {
      answer = await send(app, '/contact', { ...hidden, ...LETTER, message: `писмо ${received}` });
    } while (answer.status === 303 && ++received < 100);
    expect(received).toBeGreaterThanOrEqual(30);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.html).toContain('сачекајте мало');
    expect(valueOf(answer.html, 'message')).toBe(`писмо ${received}`);
    expect(await letters(app)).toHaveLength(received);
    const withFile = await send(app, '/contact', { ...hidden, ...LETTER }, [
      new File([new Uint8Array(samples.txt)], 'a.txt'),
    ]);
    expect(withFile.status).toBe(429);
    expect(withFile.html).toContain('изаберете поново');
  });
});

describe('without PostgreSQL', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ env: { RATE_LIMITS: 'off' } });
  });
  afterAll(() => app.stop());

  test('503 with every word, both other ways to write, and the letter goes once it is back', async () => {
    const { hidden } = await openForm(app, '/contact');
    const name = new URL(app.databaseUrl).pathname.slice(1);
    const server = new URL(app.databaseUrl);
    server.pathname = '/postgres';
    const admin = new pg.Client({ connectionString: server.href });
    await admin.connect();
    await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    let away;
    try {
      away = await send(app, '/contact', { ...hidden, ...LETTER }, [
        new File([new Uint8Array(samples.txt)], 'a.txt'),
      ]);
    } finally {
      await admin.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`);
      await admin.end();
    }
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('60');
    expect(away.html).toContain('Писмо није послато');
    expect(away.html).toContain('mailto:pisma@predsednik.example');
    expect(away.html).toContain('Андрићев венац 1');
    for (const [field, value] of Object.entries(LETTER)) expect(valueOf(away.html, field)).toBe(value);

    const again: Fields = { ...hiddenFields(away.html), ...LETTER };
    expect(again.keptAttachment).toEqual(expect.any(String));
    let back;
    for (let tries = 0; tries < 20; tries++) {
      back = await send(app, '/contact', again);
      if (back.status === 303) break;
    }
    expect(back!.status).toBe(303);
    expect(await letters(app)).toHaveLength(1);
    expect(await app.get(DataSource).query('SELECT name FROM letter_attachment')).toEqual([
      { name: 'a.txt' },
    ]);
  });
});

describe('with proof of work', () => {
  let app: TestApp;
  let slow: string;
  beforeAll(async () => {
    app = await startApp({ env: { RATE_LIMITS: 'off', ALTCHA: 'on' } });
    slow = issueFormToken(secretKey(app.get(Environment)), 'contact', Date.now() - 60_000);
  });
  afterAll(() => app.stop());

  const solved = async () => {
    const challenge = (await (await fetch(`${app.url}/contact/proof-of-work`)).json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  };
  const marks = async (changes: Fields) => {
    const { hidden } = await openForm(app, '/contact');
    expect((await send(app, '/contact', { ...hidden, ...LETTER, formToken: slow, ...changes })).status).toBe(
      303,
    );
    return ((await letters(app)) as { suspect: string[] }[]).at(-1)!.suspect;
  };

  test('the page names its challenge, and a form without a solution is marked and received', async () => {
    const { html } = await openForm(app, '/contact');
    expect(html).toContain('data-proof-of-work="/contact/proof-of-work"');
    expect(await marks({ message: 'без рада' })).toEqual(['no-proof-of-work']);
    expect(await marks({ message: 'неисправно', altcha: 'AAAA' })).toEqual(['no-proof-of-work']);
  });

  test('a solution clears the mark, once', async () => {
    const altcha = await solved();
    expect(await marks({ message: 'са радом', altcha })).toEqual([]);
    expect(await marks({ message: 'исто решење', altcha })).toEqual(['no-proof-of-work']);
  });
});

test('switched off, there is no challenge and no script for it', async () => {
  const app = await startApp();
  try {
    expect((await fetch(`${app.url}/contact/proof-of-work`)).status).toBe(404);
    expect((await openForm(app, '/contact')).html).not.toContain('proof-of-work');
  } finally {
    await app.stop();
  }
});
