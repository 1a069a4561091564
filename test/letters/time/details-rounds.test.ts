import { DataSource } from 'typeorm';
import { rows } from '../../../src/database/rows.js';
import { EmailKinds } from '../../../src/mail/email-kinds.js';
import { letterById } from '../../../src/letters/letters.queries.js';
import type { NewLetter } from '../../../src/letters/new-letter.js';
import { LettersService } from '../../../src/letters/letters.service.js';
import { OfficeRounds } from '../../../src/letters/time/office-rounds.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, LETTER_ROOMS } from '../../support/build.js';

let app: TestApp;
let sql: DataSource;
let rounds: OfficeRounds;
beforeAll(async () => {
  app = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  sql = app.get(DataSource);
  rounds = app.get(OfficeRounds);
});
afterAll(() => app.stop());

/** Thursdays, ten in the morning in Belgrade. */
const ASKED = '2026-11-05T09:00:00Z';
const REMINDED = new Date('2026-11-19T09:00:00Z');
const CLOSED = new Date('2026-12-10T09:00:00Z');

/** A letter without an address, asked for it on {@link ASKED}. */
async function asked(different: Partial<NewLetter> = {}, state = 'sent') {
  const { id } = await buildLetter(app, { channel: 'email', address: '', answer: undefined, ...different });
  await sql.query('UPDATE letter SET clock_stopped_at = $2 WHERE id = $1', [id, ASKED]);
  await sql.query('UPDATE outgoing_email SET state = $2, sent_at = $3 WHERE subject_id = $1', [
    id,
    state,
    ASKED,
  ]);
  return id;
}
const state = async (id: string) => (await letterById(sql, id, 'citizen'))!.state;
const reminders = (id: string) =>
  rows<{ recipient: string; params: Record<string, string>; language: 'sr-Cyrl' }>(
    sql,
    `SELECT recipient, params, language FROM outgoing_email WHERE duty_key = 'details-reminder:' || $1`,
    [id],
  );
/** The reminder leaves, at that time. */
const leaves = (id: string, at = REMINDED) =>
  sql.query(
    `UPDATE outgoing_email SET state = 'sent', sent_at = $2 WHERE duty_key = 'details-reminder:' || $1`,
    [id, at],
  );

test('whoever does not complete the details is reminded once, then the letter is closed', async () => {
  const id = await asked({ email: 'ana@example.org', language: 'sr-Latn' });
  await rounds.go(new Date('2026-11-12T09:00:00Z'));
  expect(await reminders(id)).toEqual([]);
  await rounds.go(REMINDED);
  await rounds.go(REMINDED);
  const [owed, ...more] = await reminders(id);
  expect(more).toEqual([]);
  expect(owed).toMatchObject({ recipient: 'ana@example.org', language: 'sr-Latn' });
  // It waits for its own e-mail to leave, and for the days that it promises.
  await rounds.go(CLOSED);
  expect(await state(id)).toBe('details_needed');
  await leaves(id, new Date('2026-11-25T09:00:00Z'));
  await rounds.go(CLOSED);
  expect(await state(id)).toBe('details_needed');
  await leaves(id);
  await rounds.go(CLOSED);
  await rounds.go(CLOSED);
  expect(await state(id)).toBe('closed');
  expect(
    await rows(
      sql,
      `SELECT kind, mover, to_state FROM letter_event WHERE letter_id = $1 AND mover = 'system' ORDER BY id`,
      [id],
    ),
  ).toEqual([
    { kind: 'details-reminder', mover: 'system', to_state: null },
    { kind: 'details-closure', mover: 'system', to_state: 'closed' },
  ]);
});

test('a paper letter, a danger, one whose writer wrote again or was never reached are left to officers', async () => {
  const paper = await asked({ channel: 'post' });
  const danger = await asked();
  await sql.query(`UPDATE letter SET risk = 'life', risk_at = now() WHERE id = $1`, [danger]);
  const unreached = await asked({}, 'failed');
  const written = await asked();
  await rounds.go(REMINDED);
  expect((await reminders(written)).length).toBe(1);
  for (const id of [paper, danger, unreached]) expect(await reminders(id)).toEqual([]);
  await leaves(written);
  await app.get(LettersService).supplement(written, { message: 'Ево још нешто.', attachments: [] });
  await rounds.go(CLOSED);
  expect(await state(paper)).not.toBe('closed');
  for (const id of [danger, unreached, written]) expect(await state(id)).toBe('details_needed');
});

test('a reminder that was overtaken is not sent, and holds none of the writer’s words', async () => {
  const kind = app.get(EmailKinds).get('letter.details-reminder')!;
  const id = await asked({ subject: 'Тајна ствар' });
  await rounds.go(REMINDED);
  const [owed] = await reminders(id);
  await sql.query(
    `INSERT INTO register_entry (year, number, letter_id, channel, received_at, entered_at)
     SELECT 2026, 990001, id, channel, received_at, now() FROM letter WHERE id = $1 ON CONFLICT DO NOTHING`,
    [id],
  );
  const email = await kind.render(owed!.params, owed!.language);
  expect(email!.text).toContain('Податке чекамо до 09.12.2026.');
  expect(`${email!.subject}${email!.text}${email!.html}`).not.toContain('Тајна');
  await sql.query(`UPDATE letter SET state = 'received' WHERE id = $1`, [id]);
  expect(await kind.render(owed!.params, owed!.language)).toBeUndefined();
});
