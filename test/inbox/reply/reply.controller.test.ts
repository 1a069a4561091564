import { fingerprintOf } from '../../../src/replies/fingerprint.js';
import { DispatchService } from '../../../src/replies/dispatch.service.js';
import { RepliesService } from '../../../src/replies/replies.service.js';
import { type AtDesk, Office } from '../office.js';
import { tokenIn } from '../../staff/browser.js';
import { officer } from '../../support/build.js';

let office: Office;
let drafter: AtDesk;
let approver: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  drafter = await office.officer(['drafter'], { name: 'Jovana Ristić', unit: 'social' });
  approver = await office.officer(['approver'], { name: 'Dragana Pavlović', unit: 'social' });
});
afterAll(() => office.stop());

const TEXT = {
  route: 'email',
  language: 'en',
  salutation: 'Dear Ms Ristić',
  subject: 'Your letter',
  body: 'Done.',
};
const triaged = (letter = {}) =>
  office.letter(letter, { state: 'triaged', unit: 'social', category: 'health' });

/** Posts a form of the reply's page as the page would. */
async function post(desk: AtDesk, reference: string, part: string, fields: Record<string, string>) {
  const { html } = await desk.get(`/inbox/letters/${reference}/reply`);
  const _csrf = tokenIn(html);
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '0';
  const isEditor = part === '';
  return desk.post(`/inbox/letters/${reference}/reply${part}`, {
    _csrf,
    ...(isEditor && { version }),
    ...fields,
  });
}
const printOf = (html: string) => /name="fingerprint" value="([0-9a-f]{64})"/.exec(html)![1]!;

test('written, approved and dispatched by the forms alone; the citizen’s page then shows it', async () => {
  const { id, reference } = await triaged();
  expect((await post(drafter, reference, '', { ...TEXT, do: 'save' })).status).toBe(303);
  const { headers } = await post(drafter, reference, '', { ...TEXT, do: 'submit' });
  expect(headers.get('location')).toBe(`/inbox/letters/${reference}/reply?done=submitted`);
  const waiting = await drafter.get(`/inbox/letters/${reference}/reply`);
  expect(waiting.html).toContain('Somebody who wrote no part of this reply approves it.');
  const review = await approver.get(`/inbox/letters/${reference}/reply`);
  const fingerprint = printOf(review.html);
  expect((await post(approver, reference, '/approval', { fingerprint })).status).toBe(303);
  const ready = await approver.get(`/inbox/letters/${reference}/reply`);
  expect((await post(drafter, reference, '/dispatch', { fingerprint: printOf(ready.html) })).status).toBe(
    303,
  );
  expect((await drafter.get(`/inbox/letters/${reference}/reply`)).html).toMatch(
    /The reply leaves in \d+ s\./,
  );
  expect((await post(drafter, reference, '/recall', {})).status).toBe(303);
  const page = await drafter.get(`/inbox/letters/${reference}`);
  for (const sentence of [
    'Jovana Ristić hands the draft of the reply in.',
    'Dragana Pavlović approves the reply.',
    'Jovana Ristić dispatches the reply by e-mail.',
    'Jovana Ristić stops the dispatch.',
  ])
    expect(page.html).toContain(sentence);
  expect(await office.stateOf(id)).toBe('approved');
});

test('a save by the script answers with the version and the reply as it will leave', async () => {
  const { reference } = await triaged();
  const { html } = await drafter.get(`/inbox/letters/${reference}/reply`);
  const body = new URLSearchParams({
    ...TEXT,
    version: '0',
    body: '<script>alert(1)</script> **x**',
    do: 'save',
  });
  const answer = await fetch(`${drafter.url}/inbox/letters/${reference}/reply`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      cookie: `pismo_session=${drafter.cookies.get('pismo_session')}`,
      'x-csrf-token': tokenIn(html),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body,
  });
  expect(answer.status).toBe(200);
  const saved = (await answer.json()) as { version: number; out: string };
  expect(saved.version).toBe(1);
  expect(saved.out).toContain('&lt;script&gt;');
  expect(saved.out).toContain('<strong>x</strong>');
});

test('what cannot be done comes back with a reason and every word that was entered', async () => {
  const { reference } = await triaged();
  const empty = await post(drafter, reference, '', {
    ...TEXT,
    subject: '',
    body: 'My {{? which}} words',
    do: 'submit',
  });
  expect(empty.status).toBe(409);
  expect(empty.html).toContain('subject');
  expect(empty.html).toContain('the fields “which” in the text');
  expect(empty.html).toContain('My {{? which}} words');
  const long = await post(drafter, reference, '', { ...TEXT, body: 'x'.repeat(20_001), do: 'save' });
  expect(long.status).toBe(422);
  expect(long.html).toContain('At most 20000 characters.');
  expect(long.html).toContain('x'.repeat(20_001));
  const locked = await post(approver, reference, '', { ...TEXT, body: 'Theirs', do: 'save', version: '1' });
  expect(locked.status).toBe(409);
  expect(locked.html).toContain('Jovana Ristić is writing the reply now.');
  expect(locked.html).toContain('Theirs');
  expect((await post(approver, reference, '/lock', {})).status).toBe(303);
  const taken = await post(approver, reference, '', { ...TEXT, body: 'Theirs', do: 'save' });
  expect(taken.status).toBe(303);
});

test('an approval of a draft that was edited meanwhile is refused', async () => {
  const { reference } = await triaged();
  await post(drafter, reference, '', { ...TEXT, do: 'submit' });
  const { html } = await approver.get(`/inbox/letters/${reference}/reply`);
  const old = printOf(html);
  await post(approver, reference, '/returns', { reason: 'Say when.' });
  await office.sql.query('UPDATE reply SET locked_until = now()');
  await post(drafter, reference, '', { ...TEXT, body: 'Done by spring.', do: 'submit' });
  const late = await post(approver, reference, '/approval', { fingerprint: old });
  expect(late.status).toBe(409);
  expect(late.html).toContain('The text changed since you opened it.');
  expect(late.html).toContain('<ins> by spring</ins>');
});

test('a standard line is inserted filled, and the text turns into the other script without its fields', async () => {
  const { reference } = await triaged({ surname: 'Станковић', municipality: 'Ивањица' });
  const { html } = await drafter.get('/inbox/standard-lines');
  const line = { id: '', name: `Funds ${reference}`, language: 'sr-Cyrl', do: 'save', _csrf: tokenIn(html) };
  const wrong = await drafter.post('/inbox/standard-lines', { ...line, body: 'За {{prezime}}' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('There is no field “prezime”.');
  expect(wrong.html).toContain('За {{prezime}}');
  const right = { ...line, body: 'За {{surname}}, {{? која филијала}}.' };
  expect((await drafter.post('/inbox/standard-lines', right)).status).toBe(303);
  expect((await drafter.post('/inbox/standard-lines', right)).html).toContain(
    'There is a line of that name.',
  );
  const words = { ...TEXT, language: 'sr-Cyrl', body: 'Почетак.' };
  await post(drafter, reference, '', { ...words, do: 'insert', insert: 'line:0' });
  const { html: filled } = await drafter.get(`/inbox/letters/${reference}/reply`);
  expect(filled).toContain('Почетак.\n\nЗа Станковић, {{? која филијала}}.');
  const latin = { ...words, language: 'sr-Latn', body: 'Мост [овде](https://a.rs/Ж) {{? која}}' };
  await post(drafter, reference, '', { ...latin, do: 'convert' });
  const { html: turned } = await drafter.get(`/inbox/letters/${reference}/reply`);
  expect(turned).toContain('Most [ovde](https://a.rs/Ж) {{? која}}');
});

test('who may not answer sees no editor, and a foreign letter is absent', async () => {
  const { reference } = await triaged();
  const auditor = await office.officer(['auditor']);
  const page = await auditor.get(`/inbox/letters/${reference}/reply`);
  expect([page.status, page.html.includes('id="reply-form"')]).toEqual([200, false]);
  const stranger = await office.officer(['drafter'], { unit: 'legal' });
  expect((await stranger.get(`/inbox/letters/${reference}/reply`)).status).toBe(404);
  expect((await stranger.post(`/inbox/letters/${reference}/reply`, { ...TEXT, version: '0' })).status).toBe(
    403,
  );
  const { html } = await stranger.get('/inbox');
  const forged = { ...TEXT, version: '0', _csrf: tokenIn(html) };
  expect((await stranger.post(`/inbox/letters/${reference}/reply`, forged)).status).toBe(404);
});

test('the correspondent’s page shows what was sent, and nothing of a draft', async () => {
  const { id, reference } = await triaged();
  const replies = office.app.get(RepliesService);
  const by = officer({ roles: ['drafter'], unit: 'social' });
  const words = { ...TEXT, route: 'post' as const, language: 'en' as const, body: 'The bridge is **open**.' };
  const saved = await replies.save(reference, words, 0, by);
  const reply = await replies.submit(reference, saved.version, by);
  expect(await replies.delivered(id)).toEqual([]);
  const chief = officer({ roles: ['approver'], unit: 'social' });
  await replies.approve(reference, fingerprintOf(reply), chief);
  const dispatch = office.app.get(DispatchService);
  await dispatch.order(reference, fingerprintOf(reply), by);
  expect(await replies.delivered(id)).toEqual([]);
  await dispatch.posted([reply.id], by);
  expect(await replies.delivered(id)).toMatchObject([{ body: 'The bridge is **open**.', route: 'post' }]);
  const { html } = await drafter.get(`/inbox/letters/${reference}`);
  expect(html).toContain('The bridge is <strong>open</strong>.');
});
