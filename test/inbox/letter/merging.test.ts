import { type AtDesk, Office } from '../office.js';

let office: Office;
let triage: AtDesk;
beforeAll(async () => {
  office = await Office.open();
  triage = await office.officer(['triage'], { name: 'Stefan Nikolić' });
}, 60_000);
afterAll(() => office?.stop());

const numberOf = (html: string) => /registered\s*<b>([^<]+)<\/b>/.exec(html)![1]!;
const other = { email: 'drugi@primer.rs', name: 'Перо', surname: 'Ђурић', municipality: 'Шид' };

test('both letters point to each other, tell it in the present tense, and are separated again', async () => {
  const [letter, kept] = [await office.letter(), await office.letter()];
  await office.registered();
  const number = numberOf((await triage.get(`/inbox/letters/${kept.reference}`)).html);
  const own = numberOf((await triage.get(`/inbox/letters/${letter.reference}`)).html);

  const done = await triage.act(letter.reference, 'merge', { into: number }, '?sort=due');
  expect(done.headers.get('location')).toMatch(/\?sort=due&done=merged&undo=\d+$/);
  const merged = await triage.get(`/inbox/letters/${letter.reference}?sort=due`);
  expect(merged.html).toContain('This letter is a duplicate.');
  expect(merged.html).toContain(`href="/inbox/letters/${kept.reference}?sort=due"`);
  expect(merged.html).toContain(
    `Stefan Nikolić merges this letter into letter ${number}; only that one is worked on.`,
  );
  expect(merged.html).toContain('id="action-separation"');
  expect(merged.html).not.toContain('id="action-reopening"');
  const keeping = await triage.get(`/inbox/letters/${kept.reference}`);
  expect(keeping.html).toContain('Another letter is merged into this one.');
  expect(keeping.html).toContain(`href="/inbox/letters/${letter.reference}"`);
  expect(keeping.html).toContain(
    `Stefan Nikolić merges letter ${own} into this one; both are worked on here.`,
  );

  expect((await triage.act(letter.reference, 'separation', { reason: '' })).status).toBe(422);
  expect((await triage.act(letter.reference, 'separation', { reason: 'Another bridge.' })).status).toBe(303);
  const alone = await triage.get(`/inbox/letters/${letter.reference}`);
  expect(alone.html).not.toContain('This letter is a duplicate.');
  expect(alone.html).toContain(`separates this letter from letter ${number} again. Reason: Another bridge.`);
  expect(await office.stateOf(letter.id)).toBe('received');
});

test('what was merged by a slip is taken back with one press', async () => {
  const [letter, kept] = [await office.letter(), await office.letter()];
  const done = await triage.act(letter.reference, 'merge', { into: kept.reference.toLowerCase() });
  const { html } = await triage.get(done.headers.get('location')!);
  const event = /name="event" value="(\d+)"/.exec(html)![1]!;
  expect((await triage.act(letter.reference, 'undo', { event })).status).toBe(303);
  expect(await office.stateOf(letter.id)).toBe('received');
  expect((await triage.get(`/inbox/letters/${kept.reference}`)).html).not.toContain('merged into this one.<');
});

test.each([
  [{ into: '' }, 422, 'Enter a reference or a register number.', 'into'],
  [{ into: 'ж'.repeat(41) }, 422, 'There is no letter of that reference or number.', 'into'],
  [{ into: '😀 2026-١٢٣' }, 409, 'There is no letter of that reference or number.', 'into'],
  [{ into: '2026-999999999' }, 409, 'There is no letter of that reference or number.', 'into'],
  [{ into: 'itself' }, 409, 'A letter cannot be merged into itself', 'into'],
  [{ into: 'other' }, 409, 'The writers’ details differ.', 'samePerson'],
])('%j is asked again with what was entered', async (fields, status, message, field) => {
  const letter = await office.letter();
  const stranger = await office.letter(other);
  const into = { itself: letter.reference, other: stranger.reference }[fields.into] ?? fields.into;
  const answer = await triage.act(letter.reference, 'merge', { into });
  expect(answer.status).toBe(status);
  expect(answer.html).toContain(message);
  expect(answer.html).toContain('id="action-merge" class="action open"');
  expect(answer.html).toContain(`href="#merge-${field}"`);
  expect(answer.html).toMatch(into === '' ? / value required/ : ` value="${into}"`);
  expect(await office.stateOf(letter.id)).toBe('received');
});

test('a reply under way, a danger and a foreign letter are each told apart', async () => {
  const kept = await office.letter();
  const drafted = await office.letter({}, { state: 'in_work', unit: 'social', category: 'health' });
  await office.sql.query(
    `INSERT INTO reply (letter_id, route, recipient, salutation, subject, body, language, drafters)
     VALUES ($1, 'email', '', '', '', 'Започето', 'sr-Cyrl', ARRAY[$2::uuid])`,
    [drafted.id, triage.accountId],
  );
  const refused = await triage.act(drafted.reference, 'merge', { into: kept.reference });
  expect([refused.status, refused.html.includes('A reply to this letter is under way.')]).toEqual([
    409,
    true,
  ]);
  const danger = await office.letter();
  const { html } = await triage.get(`/inbox/letters/${danger.reference}`);
  const form = Object.fromEntries(
    ['_csrf', 'seen'].map((name) => [name, new RegExp(`name="${name}" value="([^"]+)"`).exec(html)![1]!]),
  );
  await triage.act(danger.reference, 'risk', { risk: 'life', reason: 'x' });
  const { seen: _, ...late } = form;
  const held = await triage.post(`/inbox/letters/${danger.reference}/merge`, {
    ...late,
    into: kept.reference,
  });
  expect([held.status, held.html.includes('The danger in this letter has no outcome yet.')]).toEqual([
    409,
    true,
  ]);
  const drafter = await office.officer(['drafter'], { unit: 'legal' });
  const own = await office.letter({}, { state: 'triaged', unit: 'legal', category: 'pardon' });
  const foreign = await drafter.act(own.reference, 'merge', { into: kept.reference, samePerson: 'yes' });
  const absent = await drafter.act(own.reference, 'merge', { into: '0000-0000', samePerson: 'yes' });
  for (const answer of [foreign, absent])
    expect([answer.status, answer.html.includes('There is no letter of that')]).toEqual([409, true]);
});
