import { DataSource } from 'typeorm';
import { letterByReference, letterEvents } from '../../src/letters/letters.queries.js';
import { LettersService } from '../../src/letters/letters.service.js';
import type { Triage } from '../../src/letters/plans.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter, LETTER_ROOMS, officer } from '../support/build.js';

let app: TestApp;
let letters: LettersService;
let dataSource: DataSource;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  letters = app.get(LettersService);
  dataSource = app.get(DataSource);
});
afterAll(() => app.stop());

const triager = officer({ roles: ['triage'] });
const other = officer({ roles: ['triage'] });
const SORTED: Triage = { category: 'roads', unit: 'petitions', urgency: 'normal' };
const shown = async (reference: string) => {
  const { updatedAt: _, ...letter } = (await letterByReference(dataSource, reference, triager))!;
  return letter;
};

test('each thing an officer does is taken back to exactly what was before, and both are told', async () => {
  const { id, reference } = await buildLetter(app);
  const colleague = officer({ roles: ['drafter'] }).accountId;
  const steps = [
    () => letters.triage(reference, SORTED, triager),
    () => letters.triage(reference, { ...SORTED, urgency: 'urgent', urgencyReason: 'рок' }, triager),
    () => letters.assign(reference, colleague, triager),
    () => letters.assign(reference, triager.accountId, triager),
    () => letters.handBack(reference, triager),
    () => letters.close(reference, 'исто писмо', triager),
    () => letters.reopen(reference, 'грешка', triager),
    () => letters.markSpam(reference, 'реклама', triager),
  ];
  for (const step of steps) {
    const before = await shown(reference);
    const event = await step();
    expect(await shown(reference)).not.toEqual(before);
    const undo = await letters.undo(reference, event, triager);
    expect(await shown(reference)).toEqual(before);
    const [done, undone] = (await letterEvents(dataSource, id, triager)).slice(-2);
    expect(undone).toMatchObject({ id: undo, kind: 'undo', details: { undone: done!.kind } });
    await step();
  }
});

test('only the last thing, by whoever did it, and not for long', async () => {
  const { reference } = await buildLetter(app);
  const triage = await letters.triage(reference, SORTED, triager);
  await expect(letters.undo(reference, triage, other)).rejects.toMatchObject({ why: 'foreign' });
  const closure = await letters.close(reference, 'исто писмо', triager);
  await expect(letters.undo(reference, triage, triager)).rejects.toMatchObject({ why: 'changed' });
  await dataSource.query(`UPDATE letter_event SET at = now() - interval '11 minutes' WHERE id = $1`, [
    closure,
  ]);
  await expect(letters.undo(reference, closure, triager)).rejects.toMatchObject({ why: 'late' });
  expect((await shown(reference)).state).toBe('closed');
});

test('what has been built on is not taken back: the citizen wrote meanwhile', async () => {
  const { id, reference } = await buildLetter(app);
  const closure = await letters.close(reference, 'исто писмо', triager);
  await letters.supplement(id, { message: 'Још нешто.', attachments: [] });
  await expect(letters.undo(reference, closure, triager)).rejects.toMatchObject({ why: 'changed' });
});

test('taken back twice at once, it is taken back once', async () => {
  const { id, reference } = await buildLetter(app);
  const closure = await letters.close(reference, 'исто писмо', triager);
  const tries = await Promise.allSettled([1, 2, 3].map(() => letters.undo(reference, closure, triager)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const events = await letterEvents(dataSource, id, triager);
  expect(events.filter(({ kind }) => kind === 'undo')).toHaveLength(1);
});
