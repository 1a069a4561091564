import { setTimeout as sleep } from 'node:timers/promises';
import { rows } from '../../src/database/rows.js';
import { DutiesService } from '../../src/duties/duties.service.js';
import { DutiesWorker } from '../../src/duties/duties.worker.js';
import { BulkKinds } from '../../src/letters/bulk/bulk-kinds.js';
import { BULK } from '../../src/letters/bulk/bulk-worker.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import { HealthModule } from '../../src/web/health.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { tokenIn } from '../staff/browser.js';
import { type AtDesk, Office } from './office.js';

let office: Office;
let jovana: AtDesk;
let drafter: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  jovana = await office.officer(['triage'], { name: 'Јована Ристић' });
  drafter = await office.officer(['drafter'], { name: 'Stefan Nikolić', unit: 'legal' });
}, 60_000);
afterAll(() => office?.stop());

interface Item {
  state: string;
  code: string | null;
  reference: string;
}
const items = (job: string) =>
  rows<Item>(
    office.sql,
    `SELECT item.state, item.code, letter.reference FROM bulk_item item JOIN letter ON letter.id = item.letter_id
     WHERE job_id = $1 ORDER BY position`,
    [job],
  );
const jobIn = (location: string | null) => /\/inbox\/bulk\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? '';
const stateOf = async (job: string) =>
  (await rows<{ state: string }>(office.sql, 'SELECT state FROM bulk_job WHERE id = $1', [job]))[0]!.state;

async function order(desk: AtDesk, fields: Record<string, string | string[]>, query = ''): Promise<string> {
  const { html } = await desk.get('/inbox');
  const answer = await desk.post(`/inbox/bulk${query}`, { _csrf: tokenIn(html), ...fields });
  expect([answer.status, answer.html.slice(0, 0)]).toEqual([303, '']);
  return jobIn(answer.headers.get('location'));
}

async function ended(job: string): Promise<string> {
  for (let tries = 0; tries < 300; tries += 1) {
    const state = await stateOf(job);
    if (!['pending', 'leased'].includes(state)) return state;
    await sleep(50);
  }
  return stateOf(job);
}

const many = async (count: number, ...letter: Parameters<Office['letter']>) => {
  const made = [];
  for (let number = 0; number < count; number += 1) made.push(await office.letter(...letter));
  return made;
};

test('named letters are closed with one reason; each has its outcome and its event, and what cannot be is skipped', async () => {
  const [one, two] = await many(2);
  const answered = await office.letter({}, { state: 'in_review' });
  const risky = await office.letter();
  await jovana.act(risky.reference, 'risk', { risk: 'life', reason: 'пише да не може више' });
  const letter = [one!, two!, answered, risky].map(({ reference }) => reference);
  const asked = await jovana.get(
    `/inbox/bulk/new?do=closure&${letter.map((each) => `letter=${each}`).join('&')}`,
  );
  expect(asked.html).toContain('4 letters');
  expect(asked.html.match(/type="hidden" name="letter"/g)).toHaveLength(4);
  const job = await order(jovana, {
    do: 'closure',
    letter: [...letter, 'ZZZZ-ZZZZ', 'x'],
    reason: 'Исто писмо',
  });
  expect(await ended(job)).toBe('done');
  expect(new Map((await items(job)).map(({ reference, state, code }) => [reference, code ?? state]))).toEqual(
    new Map([
      [one!.reference, 'done'],
      [two!.reference, 'done'],
      [answered.reference, 'state'],
      [risky.reference, 'risk'],
    ]),
  );
  expect(await office.events(one!.id, 'closure')).toMatchObject([{ reason: 'Исто писмо', to: 'closed' }]);
  const { html } = await jovana.get(`/inbox/bulk/${job}`);
  expect(html).toContain('Finished. Every letter has an outcome.');
  expect(html).toContain('Skipped: the letter is “In review”');
  expect((await jovana.get('/inbox/bulk')).html).toContain('Closure of many letters');
  // Somebody else's job looks like none.
  expect((await drafter.get(`/inbox/bulk/${job}`)).status).toBe(404);
});

test('all that a view shows is a query: triaged together, by the view’s own filters and no others', async () => {
  const wanted = await many(3, { channel: 'post', releaseSlug: 'most-u-polju' });
  const other = await office.letter({ channel: 'post' });
  const query = '?release=most-u-polju&channel=post';
  const job = await order(
    jovana,
    { do: 'triage', all: 'yes', category: 'waiting-lists', unit: '', urgency: 'normal', urgencyReason: '' },
    query,
  );
  expect(await ended(job)).toBe('done');
  expect((await items(job)).map(({ reference }) => reference).sort()).toEqual(
    wanted.map(({ reference }) => reference).sort(),
  );
  for (const { id } of wanted) expect(await office.stateOf(id)).toBe('triaged');
  expect(await office.stateOf(other.id)).toBe('received');
  const given = await order(jovana, { do: 'assignment', all: 'yes', colleague: drafter.accountId }, query);
  expect(await ended(given)).toBe('done');
  expect(await drafter.list('?assigned=me')).toHaveLength(3);
  // The same once more changes nothing, and says so.
  const again = await order(jovana, { do: 'assignment', all: 'yes', colleague: drafter.accountId }, query);
  await ended(again);
  expect(new Set((await items(again)).map(({ code }) => code))).toEqual(new Set(['same']));
  expect(await office.events(wanted[0]!.id, 'assignment')).toHaveLength(1);
});

test('nobody reaches letters that they may not see, by a forged list or by a query', async () => {
  const foreign = await office.letter({}, { state: 'in_work', unit: 'social', category: 'health' });
  const own = await office.letter({}, { state: 'in_work', unit: 'legal', category: 'pardon' });
  const fields = { do: 'closure', letter: [foreign.reference, own.reference], reason: 'x' };
  const job = await order(drafter, fields);
  expect(await ended(job)).toBe('done');
  expect((await items(job)).map(({ reference }) => reference)).toEqual([own.reference]);
  const all = await order(drafter, { do: 'closure', all: 'yes', reason: 'x' }, '?state=all');
  await ended(all);
  expect((await items(all)).map(({ reference }) => reference)).not.toContain(foreign.reference);
  expect(await office.stateOf(foreign.id)).toBe('in_work');
  const { html } = await drafter.get('/inbox');
  const none = await drafter.post('/inbox/bulk', {
    ...{ _csrf: tokenIn(html), do: 'closure', letter: foreign.reference, reason: 'x' },
  });
  expect(none.status).toBe(409);
  expect(none.html).toContain('No letter is picked.');
});

test('a form that lacks something comes back with what was entered and what was picked', async () => {
  const { reference } = await office.letter();
  const { html } = await jovana.get('/inbox');
  const post = (fields: Record<string, string | string[]>) =>
    jovana.post('/inbox/bulk', { _csrf: tokenIn(html), letter: reference, ...fields });
  const refused = await post({ do: 'closure', reason: '  ' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('Give a reason.');
  expect(refused.html).toContain(`name="letter" value="${reference}"`);
  expect((await post({ do: 'triage', category: 'moon', unit: '', urgency: 'normal' })).status).toBe(422);
  expect((await post({ do: 'assignment', colleague: jovana.accountId.replace(/^./, 'f') })).status).toBe(422);
  expect((await post({ do: 'burning', reason: 'x' })).status).toBe(404);
  expect((await jovana.get('/inbox/bulk/new?do=closure')).html).toContain('No letter is picked.');
  expect((await jovana.get('/inbox/bulk/nothing')).status).toBe(404);
});

test('a job is taken back as a whole, but for letters that have changed since', async () => {
  const made = await many(3);
  const fields = { do: 'closure', letter: made.map(({ reference }) => reference), reason: 'грешком' };
  const job = await order(jovana, fields);
  await ended(job);
  await jovana.act(made[0]!.reference, 'reopening', { reason: 'ипак' });
  const { html } = await jovana.get(`/inbox/bulk/${job}`);
  const undo = () => jovana.post(`/inbox/bulk/${job}/undo`, { _csrf: tokenIn(html) });
  const undoing = jobIn((await undo()).headers.get('location'));
  expect(await ended(undoing)).toBe('done');
  expect((await items(undoing)).map(({ code }) => code).filter(Boolean)).toEqual(['changed']);
  for (const { id } of made) expect(await office.stateOf(id)).toBe('received');
  expect((await undo()).status).toBe(409);
});

test('letters that were not done stand before those that were, page by page', async () => {
  const made = await many(102);
  const [skipped] = made;
  await jovana.act(skipped!.reference, 'closure', { reason: 'раније' });
  const references = made.map(({ reference }) => reference);
  const job = await order(jovana, { do: 'closure', letter: references, reason: 'решено' });
  await ended(job);
  const linesOf = (html: string) =>
    [...html.matchAll(/href="\/inbox\/letters\/([^"?]+)" aria-label/g)].map(([, reference]) => reference!);
  const first = (await jovana.get(`/inbox/bulk/${job}`)).html;
  expect(linesOf(first)[0]).toBe(skipped!.reference);
  const [, next] = /href="([^"]+from=\d+)"/.exec(first)!;
  const rest = linesOf((await jovana.get(next!.replaceAll('&amp;', '&'))).html);
  expect(rest).toHaveLength(2);
  expect(new Set([...linesOf(first), ...rest])).toEqual(new Set(references));
});

describe('interrupted and repeated', () => {
  let other: TestApp;
  beforeAll(async () => {
    other = await startApp({
      rooms: [HealthModule, WebModule, InboxModule],
      databaseUrl: office.app.databaseUrl,
    });
  }, 60_000);
  afterAll(() => other?.stop());

  /** A kind of work that waits in the middle of its first chunk until it is let go on. */
  const slowKind = (app: TestApp, kind: string) => {
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let reached = () => {};
    const isThere = new Promise<void>((resolve) => (reached = resolve));
    const closure = app.get(BulkKinds).of('closure');
    app.get(BulkKinds).register({
      kind,
      chunk: 2,
      work: async (...given) => {
        reached();
        await gate;
        return closure.work(...given);
      },
    });
    return { letGo, isThere };
  };

  test('a worker that lost its lease writes nothing, and the next one does each letter once', async () => {
    const made = await many(5);
    const slow = slowKind(office.app, 'test-lost');
    const closure = other.get(BulkKinds).of('closure');
    other.get(BulkKinds).register({ ...closure, kind: 'test-lost', chunk: 2 });
    const job = await order(jovana, {
      ...{ do: 'closure', letter: made.map(({ reference }) => reference), reason: 'двапут' },
    });
    await ended(job);
    // The same again as the slow kind, from the beginning.
    await office.sql.query(`UPDATE letter SET state = 'received' WHERE reference = ANY($1)`, [
      made.map(({ reference }) => reference),
    ]);
    await office.sql.query(`DELETE FROM letter_event WHERE kind = 'closure' AND letter_id = ANY($1)`, [
      made.map(({ id }) => id),
    ]);
    await office.sql.query(`UPDATE bulk_item SET state = 'pending' WHERE job_id = $1`, [job]);
    await office.sql.query(
      `UPDATE bulk_job SET kind = 'test-lost', state = 'pending', due_at = now(), done = 0 WHERE id = $1`,
      [job],
    );
    const running = office.app.get(DutiesWorker).perform(BULK, job);
    await slow.isThere;
    // Its lease runs out while it holds the chunk; the other worker waits for the rows, and goes on alone.
    await office.sql.query(`UPDATE bulk_job SET leased_until = now() - interval '1 second' WHERE id = $1`, [
      job,
    ]);
    await other.get(DutiesService).takeBackLost(BULK);
    const second = other.get(DutiesWorker).perform(BULK, job);
    await sleep(200);
    slow.letGo();
    await Promise.all([running, second]);
    expect(await ended(job)).toBe('done');
    for (const { id } of made) expect(await office.events(id, 'closure')).toHaveLength(1);
    const [counted] = await rows<{ done: number }>(office.sql, 'SELECT done FROM bulk_job WHERE id = $1', [
      job,
    ]);
    expect(counted!.done).toBe(5);
  });

  test('a stopped job leaves the rest as it is', async () => {
    const made = await many(4);
    const slow = slowKind(office.app, 'test-stopped');
    const letters = made.map(({ reference }) => reference);
    const job = await order(jovana, { do: 'closure', letter: letters, reason: 'стани' });
    await ended(job);
    await office.sql.query(`UPDATE letter SET state = 'received' WHERE reference = ANY($1)`, [letters]);
    await office.sql.query(`UPDATE bulk_item SET state = 'pending' WHERE job_id = $1`, [job]);
    await office.sql.query(
      `UPDATE bulk_job SET kind = 'test-stopped', state = 'pending', due_at = now(), done = 0 WHERE id = $1`,
      [job],
    );
    const running = office.app.get(DutiesWorker).perform(BULK, job);
    await slow.isThere;
    const { html } = await jovana.get('/inbox');
    expect((await jovana.post(`/inbox/bulk/${job}/stop`, { _csrf: tokenIn(html) })).status).toBe(303);
    slow.letGo();
    await running;
    expect(await stateOf(job)).toBe('stopped');
    for (const { id } of made) expect(await office.stateOf(id)).toBe('received');
  });

  test('one letter that cannot be done does not hold up the others', async () => {
    const made = await many(3);
    const bad = made[1]!;
    for (const app of [office.app, other]) {
      const closure = app.get(BulkKinds).of('closure');
      app.get(BulkKinds).register({
        kind: 'test-poison',
        chunk: 3,
        work: (tx, job, letters, by) => {
          if (letters.some(({ id }) => id === bad.id)) throw new Error('poison');
          return closure.work(tx, job, letters, by);
        },
      });
    }
    const job = await order(jovana, {
      ...{ do: 'closure', letter: made.map(({ reference }) => reference), reason: 'отров' },
    });
    await ended(job);
    await office.sql.query(`UPDATE letter SET state = 'received' WHERE id = ANY($1)`, [
      made.map(({ id }) => id),
    ]);
    await office.sql.query(`UPDATE bulk_item SET state = 'pending', code = NULL WHERE job_id = $1`, [job]);
    await office.sql.query(
      `UPDATE bulk_job SET kind = 'test-poison', state = 'pending', due_at = now(), done = 0 WHERE id = $1`,
      [job],
    );
    await office.app.get(DutiesWorker).perform(BULK, job);
    expect(await ended(job)).toBe('done');
    expect((await items(job)).map(({ state, code }) => code ?? state).sort()).toEqual([
      'done',
      'done',
      'error',
    ]);
    expect(await office.stateOf(bad.id)).toBe('received');
  });
});

describe('one reply to many', () => {
  let dragana: AtDesk;
  beforeAll(async () => {
    dragana = await office.officer(['approver', 'triage'], { name: 'Драгана Павловић', unit: 'social' });
  });
  const TEXT = {
    ...{ do: 'reply', salutation: 'Поштовани', subject: 'Ваше писмо {{registerNumber}}', category: '' },
    body: 'примили смо писмо из места {{municipality}}. Хвала Вам, {{name}} {{surname}}.',
    ...{ salutationEn: '', subjectEn: '', bodyEn: '', press: 'order' },
  };
  const sorted = { state: 'triaged' as const, unit: 'social', category: 'health' };
  const replies = (letterId: string) =>
    rows<{
      state: string;
      salutation: string;
      subject: string;
      body: string;
      route: string;
      language: string;
    }>(
      office.sql,
      'SELECT state, salutation, subject, body, route, language FROM reply WHERE letter_id = $1',
      [letterId],
    );
  const printIn = (html: string) => /name="fingerprint" value="([0-9a-f]{64})"/.exec(html)![1]!;

  test('is approved by another with its letters, then each gets its own, once, by its best route', async () => {
    const latin = await office.letter(
      { name: 'Ђорђе', surname: 'Љубић', municipality: 'Чачак', language: 'sr-Latn' },
      sorted,
    );
    const paper = await office.letter({ email: null, phone: '011/1', municipality: 'Пирот' }, sorted);
    const english = await office.letter({ language: 'en' }, sorted);
    const unsorted = await office.letter();
    const drafted = await office.letter({}, { ...sorted, state: 'in_work' });
    const danger = await office.letter({}, sorted);
    await jovana.act(danger.reference, 'risk', { risk: 'child', reason: 'дете' });
    await office.registered();
    const both = await office.officer(['triage', 'drafter'], { name: 'Марко Илић', unit: 'social' });
    const editor = await both.get(`/inbox/letters/${drafted.reference}/reply`);
    await both.post(`/inbox/letters/${drafted.reference}/reply`, {
      ...{ _csrf: tokenIn(editor.html), version: '0', do: 'save', route: 'email', language: 'sr-Cyrl' },
      ...{ salutation: 'Поштована', subject: 'x', body: 'започето' },
    });
    const all = [latin, paper, english, unsorted, drafted, danger];
    const letter = all.map(({ reference }) => reference);
    const { html: form } = await both.get(
      `/inbox/bulk/new?do=reply&${letter.map((each) => `letter=${each}`).join('&')}`,
    );
    expect(form).toContain('6 letters');
    const preview = await both.post('/inbox/bulk', {
      ...{ _csrf: tokenIn(form), letter, ...TEXT, press: 'preview', shown: latin.reference },
    });
    expect(preview.html).toContain('primili smo pismo iz mesta Čačak. Hvala Vam, Đorđe Ljubić.');
    const job = await order(both, { ...TEXT, letter });
    expect(await stateOf(job)).toBe('in_review');
    expect((await dragana.get('/inbox')).html).toMatch(/Bulk work <span class="n">1</);

    const review = await dragana.get(`/inbox/bulk/${job}?shown=${paper.reference}`);
    expect(review.html).toContain('примили смо писмо из места Пирот');
    const press = (desk: AtDesk, part: string, fields: Record<string, string>) =>
      desk
        .get('/inbox')
        .then(({ html }) => desk.post(`/inbox/bulk/${job}/${part}`, { _csrf: tokenIn(html), ...fields }));
    const fingerprint = printIn(review.html);
    expect((await press(both, 'approval', { fingerprint })).status).toBe(403);
    expect((await press(dragana, 'approval', { fingerprint: fingerprint.replace(/^./, 'z') })).status).toBe(
      409,
    );
    const twice = await Promise.all([1, 2].map(() => press(dragana, 'approval', { fingerprint })));
    expect(twice.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await ended(job)).toBe('done');
    expect(
      new Map((await items(job)).map(({ reference, state, code }) => [reference, code ?? state])),
    ).toEqual(
      new Map([
        [latin.reference, 'email'],
        [paper.reference, 'post'],
        [english.reference, 'no-english'],
        [unsorted.reference, 'no-category'],
        [drafted.reference, 'drafting'],
        [danger.reference, 'risk'],
      ]),
    );
    const [sent] = await replies(latin.id);
    expect(sent).toMatchObject({ state: 'leaving', salutation: 'Poštovani', language: 'sr-Latn' });
    expect(sent!.subject).toMatch(/^Vaše pismo \d{4}-\d{6}$/);
    expect(sent!.body).toBe('primili smo pismo iz mesta Čačak. Hvala Vam, Đorđe Ljubić.');
    expect(await replies(paper.id)).toMatchObject([{ state: 'to_print', route: 'post' }]);
    expect((await office.events(latin.id)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assignment', 'reply-submission', 'reply-approval', 'dispatch-order']),
    );
    // The same order once more reaches nobody twice.
    const again = await order(both, { ...TEXT, letter: [latin.reference, paper.reference] });
    const read = await dragana.get(`/inbox/bulk/${again}`);
    await dragana.post(`/inbox/bulk/${again}/approval`, {
      ...{ _csrf: tokenIn(read.html), fingerprint: printIn(read.html) },
    });
    await ended(again);
    expect(new Set((await items(again)).map(({ code }) => code))).toEqual(new Set(['drafting']));
    expect(await replies(latin.id)).toHaveLength(1);
  });

  test('sent back, it is changed and ordered again; what cannot be filled is refused at once', async () => {
    const both = await office.officer(['triage', 'drafter'], { unit: 'social' });
    const { reference } = await office.letter({}, sorted);
    const job = await order(both, { ...TEXT, letter: reference });
    const { html } = await dragana.get(`/inbox/bulk/${job}`);
    await dragana.post(`/inbox/bulk/${job}/returns`, { _csrf: tokenIn(html), reason: 'Додајте рок.' });
    const back = await both.get(`/inbox/bulk/${job}`);
    expect(back.html).toContain('Sent back: Додајте рок.');
    const form = await both.get(`/inbox/bulk/new?do=reply&again=${job}`);
    expect(form.html).toContain('примили смо писмо из места {{municipality}}');
    const post = (fields: Record<string, string>) =>
      both.post('/inbox/bulk', { _csrf: tokenIn(form.html), ...TEXT, again: job, ...fields });
    const unknown = await post({ body: 'Рок је {{? рок}} или {{deadline}}.' });
    expect(unknown.status).toBe(422);
    expect(unknown.html).toContain('Unknown fields: ? рок, deadline.');
    expect((await post({ subject: ' ' })).html).toContain('must not be empty');
    expect((await post({ body: 'x'.repeat(20_001) })).status).toBe(422);
    expect((await post({ body: 'Рок је месец дана.' })).status).toBe(303);
  });

  test('leaves a letter alone that is on its way to another body', async () => {
    const both = await office.officer(['triage', 'drafter'], { unit: 'protocol' });
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'protocol', category: 'thanks' },
    );
    await office.sql.query(
      `INSERT INTO reply (letter_id, purpose, state, route, recipient, salutation, subject, body, language, drafters,
         fingerprint, approved)
       VALUES ($1, 'cover', 'leaving', 'email', 'body@example.org', 'x', 'x', 'x', 'sr-Cyrl', '{}', 'x', 'x')`,
      [id],
    );
    const job = await order(both, { ...TEXT, letter: reference });
    expect(await ended(job)).toBe('done');
    expect((await items(job)).map(({ code }) => code)).toEqual(['forwarding']);
  });

  test('needs no approver where the category of every letter needs none', async () => {
    const both = await office.officer(['triage', 'drafter'], { unit: 'protocol' });
    const thanks = await office.letter({}, { state: 'triaged', unit: 'protocol', category: 'thanks' });
    const job = await order(both, { ...TEXT, letter: thanks.reference });
    expect(await ended(job)).toBe('done');
    expect(await replies(thanks.id)).toMatchObject([{ state: 'leaving' }]);
    // A foreign word in a Cyrillic text is nobody's to rewrite.
    const other = await office.letter({}, { state: 'triaged', unit: 'protocol', category: 'thanks' });
    await ended(await order(both, { ...TEXT, body: 'хвала за Summit 2026', letter: other.reference }));
    expect(await replies(other.id)).toMatchObject([{ body: 'хвала за Summit 2026' }]);
  });
});
