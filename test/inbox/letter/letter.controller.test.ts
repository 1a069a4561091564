import { Readable } from 'node:stream';
import { FilesService } from '../../../src/files/files.service.js';
import { type AtDesk, Office } from '../office.js';

let office: Office;
let desk: AtDesk;

beforeAll(async () => {
  office = await Office.open();
  desk = await office.officer(['triage'], { name: 'Jovana Ristić' });
});
afterAll(() => office.stop());

test('the letter shows its words, its numbers, whose it is and how to answer', async () => {
  const { reference } = await office.letter({ phone: '019/555-017', phoneE164: '+38119555017' });
  await office.registered();
  const { status, html } = await desk.get(`/inbox/letters/${reference}`);
  expect(status).toBe(200);
  expect(html).toContain('Мост у Доњем Пољу');
  expect(html).toContain('пишем Вам у име четрнаест домаћинстава');
  expect(html).toMatch(/registered <b>\d{4}-\d{6}<\/b>/);
  expect(html).toContain(`reference <b>${reference}</b>`);
  expect(html).toContain('href="mailto:radmila@example.org"');
  expect(html).toContain('href="tel:+38119555017"');
  expect(html).toContain('by e-mail, in Cyrillic');
});

test('whatever the citizen wrote is shown as text', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'&amp;';
  const { reference } = await office.letter({
    name: evil,
    surname: evil,
    address: evil,
    municipality: evil,
    municipalityCode: null,
    subject: evil,
    message: evil,
    phone: evil,
  });
  for (const page of [`/inbox/letters/${reference}`, '/inbox']) {
    const { html } = await desk.get(page);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;script>alert(1)');
  }
});

test('every display is written down, in order, with who read it', async () => {
  const { id, reference } = await office.letter();
  const other = await office.officer(['auditor'], { name: 'Marko Ilić' });
  await office.registered();
  await desk.get(`/inbox/letters/${reference}`);
  await desk.get(`/inbox/letters/${reference}`);
  await other.get(`/inbox/letters/${reference}`);
  expect((await office.events(id, 'read')).map(({ accountId }) => accountId)).toEqual([
    desk.accountId,
    desk.accountId,
    other.accountId,
  ]);
  const { html } = await desk.get(`/inbox/letters/${reference}`);
  const sentences = [...html.matchAll(/<time datetime="[^"]+">[^<]+<\/time><p>([^<]+)<\/p>/g)].map(
    ([, sentence]) => sentence,
  );
  expect(sentences[0]).toMatch(/^The letter arrives through the site and is registered under \d{4}-\d{6}\.$/);
  expect(sentences.slice(1)).toEqual([
    'Jovana Ristić reads the letter, 2 times in a row.',
    'Marko Ilić reads the letter.',
    'Jovana Ristić reads the letter.',
  ]);
});

test('an auditor is offered nothing to change, and changes nothing', async () => {
  const { id, reference } = await office.letter();
  const auditor = await office.officer(['auditor']);
  const { html } = await auditor.get(`/inbox/letters/${reference}`);
  expect(html).not.toContain('id="action-');
  const answer = await auditor.act(reference, 'closure', { reason: 'x' });
  expect(answer.status).toBe(403);
  expect(await office.stateOf(id)).toBe('received');
});

test('suspect marks are explained in plain words', async () => {
  const { reference } = await office.letter({ suspect: ['honeypot', 'repeated'] });
  const { html } = await desk.get(`/inbox/letters/${reference}`);
  expect(html).toContain('A field that people do not see was filled in.');
  expect(html).toContain('The same text has arrived several times.');
});

test('what is missing for an answer is named', async () => {
  const { reference } = await office.letter(
    { channel: 'email', address: '', municipality: '', municipalityCode: null },
    { state: 'details_needed' },
  );
  expect((await desk.get(`/inbox/letters/${reference}`)).html).toContain(
    'Missing for an answer: municipality, address.',
  );
});

test('the acknowledgement and its state stand with the letter', async () => {
  const { reference } = await office.letter({ email: 'zorica@primer.example' });
  const { html } = await desk.get(`/inbox/letters/${reference}`);
  expect(html).toContain('Acknowledgement');
  expect(html).toContain('to zorica@primer.example');
});

describe('attachments', () => {
  const content = 'Решење о одбијању захтева.\n';
  let reference: string;
  beforeAll(async () => {
    const kept = await office.app
      .get(FilesService)
      .keep(Readable.from([Buffer.from(content)]), { name: 'решење "2026".txt', limitBytes: 1_000_000 });
    reference = (await office.letter({ attachments: [kept] }, { unit: 'social' })).reference;
  });

  test('a download carries its bytes under its own name, and can do nothing in the browser', async () => {
    const { html } = await desk.get(`/inbox/letters/${reference}`);
    expect(html).toContain(`href="/inbox/letters/${reference}/attachments/1"`);
    const { status, headers, html: body } = await desk.get(`/inbox/letters/${reference}/attachments/1`);
    expect(status).toBe(200);
    expect(body).toBe(content);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%D1%80/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('content-type')).toBe('application/octet-stream');
  });

  test('it is opened through its letter only', async () => {
    const foreign = await office.officer(['drafter'], { unit: 'legal' });
    const own = await office.officer(['drafter'], { unit: 'social' });
    const press = await office.officer(['press']);
    const path = `/inbox/letters/${reference}/attachments/1`;
    expect((await own.get(path)).status).toBe(200);
    expect((await foreign.get(path)).status).toBe(404);
    expect((await press.get(path)).status).toBe(404);
    expect((await fetch(office.app.url + path, { redirect: 'manual' })).status).toBe(303);
  });

  test.each(['0', '2', '-1', '1.5', 'x', '99999999999999999999'])(
    'position %s is absent',
    async (position) => {
      expect((await desk.get(`/inbox/letters/${reference}/attachments/${position}`)).status).toBe(404);
    },
  );
});

test.each(['ABCD', 'U000-0000', '%00', "' OR 1=1 --", '../../etc'])(
  'a reference that is none (%s) is absent',
  async (reference) => {
    expect((await desk.get(`/inbox/letters/${encodeURIComponent(reference)}`)).status).toBe(404);
  },
);

test('a letter of 20,000 characters without a space and a name of 100 are shown whole', async () => {
  const message = 'Ж'.repeat(20_000);
  const { reference } = await office.letter({
    name: 'А'.repeat(100),
    surname: 'Б'.repeat(100),
    subject: null,
    message,
  });
  const { html } = await desk.get(`/inbox/letters/${reference}`);
  expect(html).toContain(message);
});
