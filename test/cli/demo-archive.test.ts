import { DataSource } from 'typeorm';
import { demoArchive } from '../../src/cli/demo-archive.js';
import { rows } from '../../src/database/rows.js';
import { type LetterState, transition } from '../../src/letters/letter.states.js';
import { verifyRegister } from '../../src/letters/register/verify.js';
import { indexLetters } from '../../src/letters/search/indexing.queries.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { startApp, type TestApp } from '../support/app.js';

describe('letters of past years', () => {
  let program: TestApp;
  let sql: DataSource;
  const order = { letters: 1_200, years: 6, seed: 7 };
  const made: number[] = [];

  beforeAll(async () => {
    program = await startApp({ env: { ROLE: 'web' } });
    sql = program.get(DataSource);
    await expect(demoArchive(program.app, order)).rejects.toThrow(/add an account first/);
    await program.get(StaffService).createAccount({
      ...{ name: 'Ana Anić', email: 'ana@office.example', language: 'sr-Cyrl' },
      ...{ roles: ['triage'], unit: null },
    });
    await demoArchive(program.app, { ...order, progress: (done) => made.push(done) });
  });
  afterAll(() => program.stop());

  it('are numbered without a gap, year after year', async () => {
    const report = await verifyRegister(sql, 'Europe/Belgrade');
    expect(report).toMatchObject({ ok: true, letters: 1_200, entries: 1_200 });
    const years = await rows(sql, 'SELECT DISTINCT year FROM register_entry');
    expect(years.length).toBeGreaterThanOrEqual(6);
    expect(made.at(-1)).toBe(1_200);
  });

  it('have a history that the table of states allows, up to their own state', async () => {
    const moves = await rows<{ from: LetterState; to: LetterState }>(
      sql,
      `SELECT DISTINCT from_state AS "from", to_state AS "to" FROM letter_event WHERE from_state IS NOT NULL`,
    );
    expect(moves.length).toBeGreaterThan(4);
    for (const { from, to } of moves) expect(transition(from, to)).toBeDefined();
    const [wrong] = await rows<{ count: number }>(
      sql,
      `SELECT count(*)::int AS count FROM letter
       WHERE state <> (SELECT to_state FROM letter_event WHERE letter_id = letter.id AND to_state IS NOT NULL
                       ORDER BY id DESC LIMIT 1)
          OR EXISTS (SELECT FROM letter_event WHERE letter_id = letter.id AND at > now())`,
    );
    expect(wrong!.count).toBe(0);
    const states = await rows<{ state: string }>(sql, 'SELECT DISTINCT state FROM letter');
    expect(states.length).toBeGreaterThanOrEqual(6);
  });

  it('are found exactly as the office itself would index them', async () => {
    const found = `SELECT letter_id, received_at, name_key, contact_key, place_key, words::text FROM letter_search ORDER BY letter_id`;
    const invented = await rows<{ letter_id: string }>(sql, found);
    expect(invented).toHaveLength(1_200);
    await sql.query(
      `INSERT INTO letter_indexing (letter_id, lease_token) SELECT letter_id, 1 FROM letter_search`,
    );
    await indexLetters(
      sql,
      invented.map(({ letter_id }) => ({ key: letter_id, token: '1' })),
    );
    expect(await rows(sql, found)).toEqual(invented);
  });

  it('go only into an office that has no letters', async () => {
    await expect(demoArchive(program.app, order)).rejects.toThrow(
      /only be laid into an office that has none/,
    );
  });
});
