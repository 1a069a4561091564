import { DataSource } from 'typeorm';
import { letterByReference, letterEvents } from '../../../src/letters/letters.queries.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { MergeService } from '../../../src/letters/merge/merge.service.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import { RiskService } from '../../../src/letters/risk/risk.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../../support/build.js';

let app: TestApp;
let merges: MergeService;
let letters: LettersService;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  merges = app.get(MergeService);
  letters = app.get(LettersService);
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const build = (different: Partial<NewLetter> = {}) => buildLetter(app, different);
const merge = (letter: { reference: string }, into: { reference: string }, isSamePerson = false) =>
  merges.merge(letter.reference, { into: into.reference, isSamePerson }, triager);
const shown = async ({ reference }: { reference: string }) => {
  const { updatedAt: _, ...letter } = (await letterByReference(dataSource, reference, triager))!;
  return letter;
};
const kinds = async ({ id }: { id: string }) =>
  (await letterEvents(dataSource, id, triager)).map(({ kind }) => kind);
const inState = async (state: string) => {
  const letter = await build();
  await dataSource.query('UPDATE letter SET state = $2 WHERE id = $1', [letter.id, state]);
  return letter;
};

test('the duplicate is closed and points to the other; both histories tell it, and it is taken back', async () => {
  const [letter, kept] = [await build(), await build()];
  const before = await shown(letter);
  const event = await merge(letter, kept);
  expect(await shown(letter)).toMatchObject({
    state: 'closed',
    mergedInto: kept.id,
    closedReason: `дупликат писма ${kept.reference}`,
  });
  expect(await kinds(kept)).toEqual(['received', 'merged']);
  await letters.undo(letter.reference, event, triager);
  expect(await shown(letter)).toEqual(before);
  expect(await kinds(letter)).toEqual(['received', 'merge', 'undo']);
  expect(await kinds(kept)).toEqual(['received', 'merged', 'separated']);
});

test('a register number names the other letter as well as its reference does', async () => {
  const [letter, kept] = [await build(), await build()];
  await dataSource.query(
    `INSERT INTO register_entry (year, number, letter_id, channel, received_at, entered_at)
     VALUES (2026, 123, $1, 'web', now(), now())`,
    [kept.id],
  );
  await merges.merge(letter.reference, { into: ' 2026/123 ', isSamePerson: false }, triager);
  expect(await shown(letter)).toMatchObject({ closedReason: 'дупликат писма 2026-000123' });
});

test('separated at any time, it is received again with a term of its own; it cannot be opened otherwise', async () => {
  const [letter, kept] = [await build(), await build()];
  await merge(letter, kept);
  await expect(letters.reopen(letter.reference, 'x', triager)).rejects.toMatchObject({ why: 'merged' });
  await expect(merges.separate(kept.reference, 'x', triager)).rejects.toMatchObject({ from: 'received' });
  await expect(merges.separate(letter.reference, ' ', triager)).rejects.toMatchObject({ why: 'reason' });
  await merges.separate(letter.reference, 'о другом мосту', triager);
  expect(await shown(letter)).toMatchObject({ state: 'received', mergedInto: null, closedReason: null });
  expect((await kinds(letter)).at(-1)).toBe('separation');
  expect((await kinds(kept)).at(-1)).toBe('separated');
});

describe('refused, and nothing changes', () => {
  const refused = async (letter: { reference: string }, into: { reference: string }, why: object) => {
    const before = await shown(letter);
    await expect(merge(letter, into)).rejects.toMatchObject(why);
    expect(await shown(letter)).toEqual(before);
  };

  test('itself, an absent one, a chain in any direction', async () => {
    const [a, b, c] = [await build(), await build(), await build()];
    await refused(a, a, { why: 'itself' });
    await refused(a, { reference: '0000-0000' }, { why: 'absent' });
    await refused(a, { reference: "' OR 1=1 --" }, { why: 'absent' });
    await merge(a, b);
    await refused(a, c, { why: 'merged' });
    await refused(c, a, { why: 'kept-merged' });
    await refused(b, c, { why: 'keeps-others' });
    await refused(b, a, { why: 'kept-merged' });
  });

  test('a danger without outcome, what is withdrawn, what is done with, what is being answered', async () => {
    const kept = await build();
    const danger = await build();
    await app.get(RiskService).mark(danger.reference, 'life', 'x', triager);
    await refused(danger, kept, { name: 'RiskOpen' });
    await refused(await inState('withdrawn'), kept, { why: 'withdrawn' });
    await refused(await build(), await inState('withdrawn'), { why: 'withdrawn' });
    await refused(await inState('in_review'), kept, { why: 'reply' });
    await refused(await inState('approved'), kept, { why: 'reply' });
    for (const state of ['answered', 'closed', 'spam', 'forwarded'])
      await refused(await inState(state), kept, { from: state });
  });

  test('by roles that only look, and a letter that the officer may not see', async () => {
    const [letter, kept] = [await build(), await build()];
    const to = { into: kept.reference, isSamePerson: true };
    await expect(merges.merge(letter.reference, to, officer({ roles: ['auditor'] }))).rejects.toMatchObject({
      why: 'role',
    });
    const drafter = officer({ roles: ['drafter'], unit: 'legal' });
    await expect(merges.merge(letter.reference, to, drafter)).rejects.toMatchObject({
      name: 'LetterNotFound',
    });
    await dataSource.query(`UPDATE letter SET unit = 'legal', state = 'triaged' WHERE id = $1`, [letter.id]);
    await expect(merges.merge(letter.reference, to, drafter)).rejects.toMatchObject({ why: 'absent' });
  });
});

describe('one person', () => {
  const other = { email: 'drugi@primer.rs', name: 'Перо', surname: 'Ђурић', municipality: 'Шид' };
  test.each([
    ['the same address in another case', { ...other, email: 'RADMILA@example.org' }, true],
    [
      'the same name and place in the other script',
      {
        ...other,
        name: 'Radmila',
        surname: 'Stojadinović-Vukosavljević',
        municipality: 'Boljevac',
      },
      true,
    ],
    ['the same name elsewhere', { ...other, name: 'Радмила', surname: 'Стојадиновић-Вукосављевић' }, false],
    ['nothing alike', other, false],
    ['no details at all', { ...other, email: null, name: '', surname: '', municipality: '' }, false],
  ] as [string, Partial<NewLetter>, boolean][])('%s', async (_, different, isSame) => {
    const [letter, kept] = [await build(different), await build()];
    if (isSame) await merge(letter, kept);
    else {
      await expect(merge(letter, kept)).rejects.toMatchObject({ why: 'person' });
      await merge(letter, kept, true);
    }
    const { together } = await letters.whole(
      (await letterByReference(dataSource, letter.reference, 'citizen'))!,
      'citizen',
    );
    expect(together?.letter.reference).toBe(isSame ? kept.reference : undefined);
  });

  test('two letters without any detail are not by one person', async () => {
    const nobody = { email: null, name: '', surname: ' ', municipality: '' };
    await expect(merge(await build(nobody), await build(nobody))).rejects.toMatchObject({ why: 'person' });
  });

  test('the same telephone', async () => {
    const phone = { ...other, email: null, phone: '016 555 013', phoneE164: '+38116555013' };
    await merge(await build(phone), await build({ phone: '+381 16 555013', phoneE164: '+38116555013' }));
  });
});

test('merged into each other at once, one of them wins and no circle is left', async () => {
  for (let round = 0; round < 8; round += 1) {
    const [a, b, c] = [await build(), await build(), await build()];
    const tries = await Promise.allSettled([merge(a, b), merge(b, a), merge(b, c), merge(c, a)]);
    expect(tries.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    for (const result of tries)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'MergeRefused' });
    const chains = await dataSource.query(
      `SELECT 1 FROM letter JOIN letter kept ON kept.id = letter.merged_into WHERE kept.merged_into IS NOT NULL`,
    );
    expect(chains).toEqual([]);
  }
});

describe('a supplement to the merged letter', () => {
  const add = (letter: { id: string }, message = 'Још нешто.') =>
    letters.supplement(letter.id, { message, attachments: [] });

  test.each([
    ['answered', 'in_work'],
    ['closed', 'received'],
    ['in_work', 'in_work'],
    ['approved', 'approved'],
  ])('wakes the kept one: %s becomes %s, told in both', async (state, awake) => {
    const [letter, kept] = [await build(), await build()];
    await merge(letter, kept);
    await dataSource.query(`UPDATE letter SET state = $2, assigned_to = $3 WHERE id = $1`, [
      kept.id,
      state,
      triager.accountId,
    ]);
    await Promise.all([add(letter), add(letter)]);
    expect((await shown(letter)).state).toBe('closed');
    expect(await shown(kept)).toMatchObject({
      state: awake,
      assignedTo: awake === 'received' ? null : triager.accountId,
    });
    for (const told of [letter, kept])
      expect((await kinds(told)).filter((kind) => kind === 'supplement')).toHaveLength(1);
  });

  test('to a letter whose other was withdrawn opens it again by itself', async () => {
    const [letter, kept] = [await build(), await build()];
    await merge(letter, kept);
    await letters.withdraw(kept.id);
    await add(letter);
    expect(await shown(letter)).toMatchObject({ state: 'received', mergedInto: null });
    expect((await kinds(kept)).at(-1)).toBe('separated');
  });

  test('while officers merge and separate, nobody waits for each other for good and no word is lost', async () => {
    const [letter, kept] = [await build(), await build()];
    await Promise.all([
      ...[1, 2, 3, 4].map((number) => add(letter, `допуна ${number}`)),
      ...[1, 2, 3].map(() => merge(letter, kept).catch(() => undefined)),
      ...[1, 2].map(() => merges.separate(letter.reference, 'x', triager).catch(() => undefined)),
      ...[1, 2].map(() => merge(kept, letter).catch(() => undefined)),
    ]);
    const added = await dataSource.query('SELECT message FROM letter_supplement WHERE letter_id = $1', [
      letter.id,
    ]);
    expect(added).toHaveLength(4);
  });
});

test('whoever works on the kept letter reads the merged one, wherever it was sorted', async () => {
  const [letter, kept] = [await build(), await build()];
  const drafter = officer({ roles: ['drafter'], unit: 'legal' });
  await dataSource.query(`UPDATE letter SET unit = 'legal', state = 'triaged' WHERE id = $1`, [kept.id]);
  expect(await letterByReference(dataSource, letter.reference, drafter)).toBeUndefined();
  await merge(letter, kept);
  expect(await letterByReference(dataSource, letter.reference, drafter)).toMatchObject({ id: letter.id });
});
