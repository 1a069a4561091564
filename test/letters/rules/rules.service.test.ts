import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { letterByReference, letterEvents } from '../../../src/letters/letters.queries.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import type { RuleContent } from '../../../src/letters/rules/rule.js';
import { RulesService } from '../../../src/letters/rules/rules.service.js';
import { SortingService } from '../../../src/letters/rules/sorting.service.js';
import { indexLetters } from '../../../src/letters/search/indexing.queries.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS, officer } from '../../support/build.js';

let app: TestApp;
let rules: RulesService;
let dataSource: DataSource;
beforeAll(async () => {
  // No worker: each test says when letters are indexed.
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  rules = app.get(RulesService);
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());
beforeEach(async () => {
  await forgetLetters(app);
  await dataSource.query('TRUNCATE rule');
});

const admin = randomUUID();
const triager = officer();
const rule = (different: Partial<RuleContent> = {}): RuleContent => ({
  ...{ name: `Правило ${randomUUID()}`, words: 'мост', place: null, releaseSlug: null, channel: null },
  ...{ language: null, category: 'roads', unit: null, urgency: null, mode: 'suggest' },
  ...different,
});
/** Adds a rule, tests it and switches it on. */
const inForce = async (different: Partial<RuleContent> = {}) => {
  const id = (await rules.add(rule(different), admin)) as string;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(await rules.test((await rules.find(id))!)).toBe(true);
  expect(await rules.switch(id, true, 1)).toBe(true);
  return id;
};
/** Does what the duty does with everything that is owed. */
const index = () =>
  dataSource.transaction(async (tx) => {
    // The sequencer, which does not run here, owes it when it gives a letter its number.
    await tx.query(
      `INSERT INTO letter_indexing (letter_id) SELECT id FROM letter
       WHERE id NOT IN (SELECT letter_id FROM letter_search) ON CONFLICT (letter_id) DO NOTHING`,
    );
    const leased = await tx.query(
      `UPDATE letter_indexing SET state = 'leased', lease_token = 1 RETURNING letter_id AS key, 1 AS token`,
    );
    await indexLetters(tx, leased[0]);
    await app.get(SortingService).sort(
      tx,
      leased[0].map(({ key }: { key: string }) => key),
    );
  });
const shown = async ({ reference }: { reference: string }) =>
  (await letterByReference(dataSource, reference, triager))!;
const suggestionFor = async (letter: { reference: string; id: string }) =>
  rules.suggestionFor(await shown(letter), await letterEvents(dataSource, letter.id, triager));

describe('a rule finds', () => {
  const found = async (conditions: Partial<RuleContent>, letter: Partial<NewLetter>) => {
    await inForce({ words: null, ...conditions });
    const built = await buildLetter(app, letter);
    await index();
    return (await suggestionFor(built)) !== undefined;
  };
  const post = { channel: 'post' as const, language: 'sr-Latn' as const };

  test.each<[string, Partial<RuleContent>, Partial<NewLetter>, boolean]>([
    ['a word by its stem in the other script', { words: 'MOSTA' }, {}, true],
    ['a word of the subject', { words: 'Доње' }, { subject: 'Доња улица', message: 'x' }, true],
    ['all words', { words: 'мост бујица' }, {}, true],
    ['no letter that lacks one', { words: 'мост аутопут' }, {}, false],
    ['a phrase', { words: '„срушила бујица“' }, {}, true],
    ['no phrase in another order', { words: '„бујица срушила“' }, {}, false],
    ['no word of the name or address', { words: 'Радмила' }, {}, false],
    [
      'signs and operators as plain words',
      { words: '-мост OR & !бујица' },
      { message: 'мост or бујица' },
      true,
    ],
    ['a place in the other script', { place: 'boljevac' }, { municipalityCode: '70319' }, true],
    ['no place that only begins alike', { place: 'Боље' }, {}, false],
    ['a place abroad', { place: 'Beč' }, { municipality: 'Беч', municipalityCode: null }, true],
    ['a channel', { channel: 'post' }, post, true],
    ['no other channel', { channel: 'email' }, post, false],
    ['a language', { language: 'sr-Latn' }, post, true],
    ['a release', { releaseSlug: 'most' }, { releaseSlug: 'most' }, true],
    ['no other release', { releaseSlug: 'most' }, {}, false],
    ['only where everything holds', { words: 'мост', channel: 'post' }, {}, false],
    [
      'a word in 20,000 characters without a space',
      { words: 'мост' },
      { message: 'ж'.repeat(20_000) },
      false,
    ],
  ])('%s', async (_, conditions, letter, isFound) => {
    expect(await found(conditions, { subject: 'Поздрав', ...letter })).toBe(isFound);
  });
});

test('two places of one name are told apart by their city', async () => {
  await inForce({ words: null, place: 'Палилула (Београд)' });
  const of = (municipality: string, municipalityCode: string) =>
    buildLetter(app, { municipality, municipalityCode });
  const [belgrade, nis] = [await of('Палилула (Београд)', '70203'), await of('Палилула (Ниш)', '71323')];
  await index();
  const [{ code }] = await dataSource.query('SELECT municipality_code AS code FROM rule');
  const isBelgrade = code === '70203';
  expect([
    isBelgrade,
    (await suggestionFor(belgrade)) !== undefined,
    (await suggestionFor(nis)) !== undefined,
  ]).toEqual([true, true, false]);
});

describe('only a tested version is in force', () => {
  test('a new rule is off; a changed one is off again, a renamed one is not', async () => {
    const content = rule();
    const id = (await rules.add(content, admin)) as string;
    expect(await rules.switch(id, true, 1)).toBe(false);
    await rules.test((await rules.find(id))!);
    expect(await rules.switch(id, true, 2)).toBe(false);
    expect(await rules.switch(id, true, 1)).toBe(true);
    const change = async (different: Partial<RuleContent>) => {
      const { updatedAt } = (await rules.find(id))!;
      expect(await rules.change(id, { ...content, ...different }, updatedAt, admin)).toBe('saved');
      return rules.find(id);
    };
    expect(await change({ name: 'Друго име' })).toMatchObject({ isOn: true, version: 1 });
    expect(await change({ name: 'Друго име', mode: 'set' })).toMatchObject({ isOn: false, version: 2 });
    expect(await rules.switch(id, true, 2)).toBe(false);
    await rules.test((await rules.find(id))!);
    expect(await rules.switch(id, true, 2)).toBe(true);
    expect(await rules.remove(id)).toBe(false);
    await rules.switch(id, false, 2);
    expect(await rules.remove(id)).toBe(true);
  });

  test('the database itself refuses another', async () => {
    const id = (await rules.add(rule(), admin)) as string;
    await expect(dataSource.query('UPDATE rule SET is_on = true WHERE id = $1', [id])).rejects.toThrow(
      'rule_on_tested',
    );
  });

  test('a test of what was changed meanwhile is not kept; of two changes at once one is refused', async () => {
    const content = rule();
    const id = (await rules.add(content, admin)) as string;
    const seen = (await rules.find(id))!;
    const changes = await Promise.all(
      ['вода', 'струја'].map((words) => rules.change(id, { ...content, words }, seen.updatedAt, admin)),
    );
    expect(changes.sort()).toEqual(['changed', 'saved']);
    expect(await rules.test(seen)).toBe(false);
    expect((await rules.find(id))!.testedVersion).toBeNull();
  });
});

test('the first rule in order counts, and moving one changes that; moves at once lose none', async () => {
  const [first, second] = [await inForce({ category: 'roads' }), await inForce({ category: 'health' })];
  await inForce({ words: 'аутопут', category: 'pardon' });
  const letter = await buildLetter(app);
  await index();
  expect(await suggestionFor(letter)).toMatchObject({ category: 'roads', isSet: false });
  await rules.move(second, 'up');
  expect(await suggestionFor(letter)).toMatchObject({ category: 'health' });
  await Promise.all([first, second, first, second].map((id) => rules.move(id, 'down')));
  const places = await dataSource.query('SELECT position FROM rule ORDER BY position');
  expect(places.map(({ position }: { position: number }) => position)).toEqual([1, 2, 3]);
});

describe('a rule that sets', () => {
  const setting = { mode: 'set', category: 'health', unit: 'legal', urgency: 'urgent' } as const;

  test('writes category, unit, urgency and due date once the letter is indexed, and tells so', async () => {
    await inForce({ ...setting, name: 'Мостови' });
    const letter = await buildLetter(app);
    const before = await shown(letter);
    await index();
    const after = await shown(letter);
    expect(after).toMatchObject({
      state: 'received',
      ...{ category: 'health', unit: 'legal', urgency: 'urgent', urgencyReason: 'по правилу „Мостови“' },
    });
    expect(after.dueOn!.getTime()).not.toBe(before.dueOn?.getTime());
    const events = await letterEvents(dataSource, letter.id, triager);
    expect(events.at(-1)).toMatchObject({ kind: 'rule', mover: 'system', details: { rule: 'Мостови' } });
    expect(await suggestionFor(letter)).toMatchObject({ rule: 'Мостови', category: 'health', isSet: true });
    await index();
    expect(await letterEvents(dataSource, letter.id, triager)).toHaveLength(events.length);
  });

  test('never touches what an officer sorted, nor a letter that is done with, nor behind a suggesting one', async () => {
    const suggesting = await inForce({ category: 'roads' });
    await inForce(setting);
    const [sorted, closed, suggested] = [
      await buildLetter(app),
      await buildLetter(app),
      await buildLetter(app),
    ];
    const letters = app.get(LettersService);
    const triage = { category: 'pensions', unit: 'social', urgency: 'normal', sensitive: [] } as const;
    await letters.triage(sorted.reference, { ...triage, sensitive: [] }, triager);
    await letters.close(closed.reference, 'x', triager);
    await index();
    expect(await shown(sorted)).toMatchObject({ category: 'pensions', unit: 'social' });
    expect(await shown(closed)).toMatchObject({ category: null });
    expect(await shown(suggested)).toMatchObject({ category: null });
    expect(await suggestionFor(sorted)).toBeUndefined();
    expect(await suggestionFor(closed)).toBeUndefined();
    await rules.switch(suggesting, false, 1);
    await dataSource.query(
      `INSERT INTO letter_indexing (letter_id) SELECT id FROM letter ON CONFLICT (letter_id) DO NOTHING`,
    );
    await index();
    expect(await shown(suggested)).toMatchObject({ category: 'health' });
    expect(await shown(sorted)).toMatchObject({ category: 'pensions' });
  });

  test('waits for nobody: a letter that is being changed is looked at again', async () => {
    await inForce(setting);
    const letter = await buildLetter(app);
    const other = dataSource.createQueryRunner();
    await other.startTransaction();
    await other.query('SELECT FROM letter WHERE id = $1 FOR NO KEY UPDATE', [letter.id]);
    await index();
    expect(await shown(letter)).toMatchObject({ category: null });
    await other.rollbackTransaction();
    await other.release();
    await index();
    expect(await shown(letter)).toMatchObject({ category: 'health' });
  });

  test('and an officer who sorts at the same moment: the officer’s word stays', async () => {
    await inForce(setting);
    const built = await Promise.all(Array.from({ length: 12 }, () => buildLetter(app)));
    const triage = { category: 'pensions', unit: 'social', urgency: 'normal' as const, sensitive: [] };
    await Promise.all([
      index(),
      ...built.map(({ reference }) => app.get(LettersService).triage(reference, triage, triager)),
    ]);
    await index();
    for (const letter of built)
      expect(await shown(letter)).toMatchObject({ category: 'pensions', state: 'triaged' });
  });

  test('whose category the office no longer has says nothing', async () => {
    await inForce(setting);
    await dataSource.query(`UPDATE rule SET category = 'weather'`);
    const letter = await buildLetter(app);
    await index();
    expect(await shown(letter)).toMatchObject({ category: null });
    expect(await suggestionFor(letter)).toBeUndefined();
  });

  test('fails alone: letters are found all the same', async () => {
    await inForce(setting);
    await buildLetter(app);
    await dataSource.query('ALTER TABLE rule RENAME COLUMN mode TO lost');
    try {
      await index();
    } finally {
      await dataSource.query('ALTER TABLE rule RENAME COLUMN lost TO mode');
    }
    expect(await dataSource.query('SELECT 1 FROM letter_search')).toHaveLength(1);
  });
});

test('a test tells how the rule does against officers, and counts nothing that a rule set as their word', async () => {
  const letters = app.get(LettersService);
  const as = { unit: 'petitions', urgency: 'normal' as const, sensitive: [] };
  const [same, otherwise, , foreign] = [
    await buildLetter(app),
    await buildLetter(app),
    await buildLetter(app),
    await buildLetter(app, { subject: 'Поздрав', message: 'Хвала.' }),
  ];
  await letters.triage(same.reference, { ...as, category: 'roads' }, triager);
  await letters.triage(otherwise.reference, { ...as, category: 'housing' }, triager);
  await letters.triage(foreign.reference, { ...as, category: 'thanks' }, triager);
  await inForce({ mode: 'set', category: 'roads', unit: 'petitions' });
  await index();
  const id = (await rules.add(rule({ category: 'roads', unit: 'petitions' }), admin)) as string;
  await rules.test((await rules.find(id))!);
  const { test } = (await rules.find(id))!;
  const sample = { seen: 4, matched: 3, agreed: 1, differed: 1, undecided: 1 };
  expect(test!.samples).toEqual([
    { newest: 1_000, ...sample },
    { newest: 10_000, ...sample },
  ]);
  expect(test!.differences).toEqual([
    { reference: otherwise.reference, category: 'housing', unit: 'petitions', urgency: 'normal' },
  ]);
});

test('bad input is named by its field, and nothing is kept', async () => {
  const faults = (different: Partial<RuleContent>) => rules.add(rule(different), admin);
  await rules.add(rule({ name: 'Пензије' }), admin);
  expect(await faults({ name: '' })).toEqual([{ field: 'name', code: 'name' }]);
  expect(await faults({ name: 'Пензије' })).toEqual([{ field: 'name', code: 'taken' }]);
  expect(await faults({ name: 'ж'.repeat(101) })).toMatchObject([{ code: 'tooLong', limit: 100 }]);
  expect(await faults({ words: ' ?! ' })).toEqual([{ field: 'words', code: 'noWords' }]);
  expect(await faults({ words: 'ж'.repeat(501) })).toMatchObject([{ field: 'words', code: 'tooLong' }]);
  expect(await faults({ words: null })).toEqual([{ field: 'words', code: 'noCondition' }]);
  expect(await faults({ place: '—' })).toEqual([{ field: 'place', code: 'noPlace' }]);
  expect(await faults({ category: 'weather' })).toEqual([{ field: 'category', code: 'category' }]);
  expect(await faults({ unit: 'moon' })).toEqual([{ field: 'unit', code: 'unit' }]);
  expect(await rules.all()).toHaveLength(1);
  const both = await Promise.all([1, 2].map(() => faults({ name: 'Исто име' })));
  expect(both.filter((added) => typeof added === 'string')).toHaveLength(1);
});
