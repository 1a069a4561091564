import { DataSource } from 'typeorm';
import { SequencerService } from '../../../src/letters/register/sequencer.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { buildLetter, forgetLetters, LETTER_ROOMS } from '../../support/build.js';

let first: TestApp;
let second: TestApp;
let dataSource: DataSource;
beforeAll(async () => {
  first = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' } });
  second = await startApp({ rooms: LETTER_ROOMS, env: { ROLE: 'web' }, databaseUrl: first.databaseUrl });
  dataSource = first.get(DataSource);
});
afterEach(() => forgetLetters(first));
afterAll(async () => {
  await second.stop();
  await first.stop();
});

interface Entry {
  year: number;
  number: number;
  letter_id: string;
  received_at: Date;
  entered_at: Date;
}
const entries = () =>
  dataSource.query('SELECT * FROM register_entry ORDER BY year, number') as Promise<Entry[]>;
const receive = (count: number) => Promise.all(Array.from({ length: count }, () => buildLetter(first)));

/** Letters as if they had come at these moments. */
async function receivedAt(...moments: string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const moment of moments) {
    const { id } = await buildLetter(first);
    await dataSource.query('UPDATE letter SET received_at = $2 WHERE id = $1', [id, moment]);
    await dataSource.query('UPDATE register_pending SET received_at = $2 WHERE letter_id = $1', [id, moment]);
    ids.push(id);
  }
  return ids;
}

test('letters are numbered from 1 in order of receipt, and what follows from a number becomes due', async () => {
  const [late, early] = await receivedAt('2026-05-02T10:00:00Z', '2026-05-02T09:00:00Z');
  expect(await first.get(SequencerService).enterBatch()).toBe(2);

  expect(await entries()).toMatchObject([
    {
      year: 2026,
      number: 1,
      letter_id: early,
      channel: 'web',
      received_at: new Date('2026-05-02T09:00:00Z'),
    },
    { year: 2026, number: 2, letter_id: late },
  ]);
  expect(await dataSource.query('SELECT * FROM register_pending')).toEqual([]);
  const due = await dataSource.query('SELECT due_at <= now() AS due FROM outgoing_email');
  expect(due).toEqual([{ due: true }, { due: true }]);
  expect(await dataSource.query('SELECT letter_id FROM letter_indexing')).toHaveLength(2);
  expect(await first.get(SequencerService).enterBatch()).toBe(0);
});

test('two sequencers and many letters at once leave no gap and no double', async () => {
  let arriving = true;
  const sequencing = [first, second].map(async (app) => {
    while (arriving) await app.get(SequencerService).enterBatch();
  });
  for (let round = 0; round < 5; round++) await receive(60);
  arriving = false;
  await Promise.all(sequencing);
  await first.get(SequencerService).enterBatch();

  const numbers = (await entries()).map(({ number }) => number);
  expect(numbers).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
});

test('no more than 1,000 letters go in one transaction', async () => {
  await receive(1_050);
  expect(await first.get(SequencerService).enterBatch()).toBe(1_000);
  expect(await first.get(SequencerService).enterBatch()).toBe(50);
});

test('a batch that fails midway leaves no gap, no number and nothing due', async () => {
  await receive(3);
  await first.get(SequencerService).enterBatch();
  await receive(3);
  await dataSource.query('ALTER TABLE letter_indexing ADD CONSTRAINT broken CHECK (false) NOT VALID');
  await expect(first.get(SequencerService).enterBatch()).rejects.toThrow('broken');
  expect(await entries()).toHaveLength(3);
  expect(await dataSource.query('SELECT FROM register_pending')).toHaveLength(3);
  expect(await dataSource.query('SELECT FROM outgoing_email WHERE due_at IS NULL')).toHaveLength(3);

  await dataSource.query('ALTER TABLE letter_indexing DROP CONSTRAINT broken');
  await second.get(SequencerService).enterBatch();
  expect((await entries()).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('while one sequencer has the register, another enters nothing and does not wait', async () => {
  await receive(1);
  await dataSource.transaction(async (tx) => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('pismo:register', 0))`);
    expect(await second.get(SequencerService).enterBatch()).toBe(0);
  });
  expect(await second.get(SequencerService).enterBatch()).toBe(1);
});

test('the year is the one on the wall in Belgrade when the letter came', async () => {
  const [old, fresh] = await receivedAt('2025-12-31T22:59:59.999Z', '2025-12-31T23:00:00.000Z');
  await first.get(SequencerService).enterBatch();
  expect(await entries()).toMatchObject([
    { year: 2025, number: 1, letter_id: old },
    { year: 2026, number: 1, letter_id: fresh },
  ]);
  const [older] = await receivedAt('2025-12-31T20:00:00Z');
  await first.get(SequencerService).enterBatch();
  expect(await entries()).toMatchObject([
    {},
    { year: 2025, number: 2, letter_id: older },
    { year: 2026, number: 1 },
  ]);
});

test('entries never look earlier than those before them, even when the clock was set back', async () => {
  await receive(1);
  await first.get(SequencerService).enterBatch();
  await dataSource.query(`UPDATE register_entry SET entered_at = now() + interval '1 hour'`);
  await receive(1);
  await first.get(SequencerService).enterBatch();
  const [one, two] = await entries();
  expect(two!.entered_at.getTime()).toBeGreaterThanOrEqual(one!.entered_at.getTime());
});

test('a running worker numbers what any process received, within a second', async () => {
  const worker = await startApp({
    rooms: LETTER_ROOMS,
    env: { ROLE: 'worker' },
    databaseUrl: first.databaseUrl,
  });
  try {
    await receive(5);
    const end = Date.now() + 1_000;
    while ((await entries()).length < 5 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await entries()).toHaveLength(5);
  } finally {
    await worker.stop();
  }
});
