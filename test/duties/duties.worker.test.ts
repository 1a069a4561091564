import { setTimeout as sleep } from 'node:timers/promises';
import type { Leased } from '../../src/duties/duty.js';
import { type Chore, ChoreTable, type Office, until } from './duties-on-a-table.js';

describe('the duties of several workers', () => {
  let table: ChoreTable;
  const done: string[] = [];
  const offices: Office[] = [];

  const perform = (index: number) => async (rows: Leased<Chore>[]) => {
    await sleep(5);
    for (const row of await offices[index]!.duties.done('chore', rows, 'done')) done.push(row.key);
  };

  beforeAll(async () => {
    table = await ChoreTable.create();
    for (const index of [0, 1])
      offices.push(await table.office({ perform: perform(index), batch: 5, inFlight: 2 }, { start: true }));
  });
  beforeEach(async () => {
    await table.sql.query('TRUNCATE chore');
    done.length = 0;
  });
  afterAll(() => table?.drop());

  it('does each once, though both are rung and rung again', async () => {
    const ids = await table.owe(100);
    await Promise.all([offices[0]!.duties.ring('chore', ids), offices[1]!.duties.ring('chore', ids)]);
    await until(() => done.length >= 100, '100 chores');
    await sleep(200);
    expect([...done].sort()).toEqual(ids.sort());
    expect((await table.rows()).every(({ attempts }) => attempts === 1)).toBe(true);
  });

  it('finds in a sweep what a flushed queue forgot', async () => {
    const ids = await table.owe(20);
    // Nobody rang at all.
    await until(() => done.length === 20, 'the sweep', 10_000);
    expect([...done].sort()).toEqual(ids.sort());
  });

  it('takes over from a worker that was killed', async () => {
    await table.owe(1);
    await table.sql
      .query(`UPDATE chore SET state = 'leased', lease_token = nextval('duty_lease'), attempts = 1,
      leased_until = now() - interval '1 second'`);
    await until(() => done.length === 1, 'the other worker', 10_000);
    expect(await table.rows()).toMatchObject([{ state: 'done', attempts: 2 }]);
  });
});

describe('one worker', () => {
  let table: ChoreTable;
  beforeAll(async () => {
    table = await ChoreTable.create();
  });
  beforeEach(() => table.sql.query('TRUNCATE chore'));
  afterAll(() => table?.drop());

  it('puts a batch off when it throws', async () => {
    const office = await table.office(
      { perform: () => Promise.reject(new Error('no paper')) },
      { start: true },
    );
    const ids = await table.owe(2);
    await office.duties.ring('chore', ids);
    await until(
      async () => (await table.rows()).every(({ last_error }) => last_error === 'no paper'),
      'the error',
    );
    expect((await table.rows()).every(({ state, wait }) => state === 'pending' && wait! > 2)).toBe(true);
    await office.stop();
  });

  it('leaves rows alone while there is no point in trying', async () => {
    let isReady = false;
    const office: Office = await table.office(
      {
        ready: () => isReady,
        perform: async (rows) => void (await office.duties.done('chore', rows, 'done')),
      },
      { start: true },
    );
    const ids = await table.owe(2);
    await office.duties.ring('chore', ids);
    await sleep(300);
    expect(await table.rows()).toMatchObject([
      { state: 'pending', attempts: 0 },
      { state: 'pending', attempts: 0 },
    ]);
    isReady = true;
    await until(async () => (await table.rows()).every(({ state }) => state === 'done'), 'the sweep', 10_000);
    await office.stop();
  });

  it('works on from the database while the queue is away', async () => {
    const office: Office = await table.office({
      perform: async (rows) => void (await office.duties.done('chore', rows, 'done')),
    });
    office.worker.onApplicationBootstrap();
    await table.owe(3, `now() - interval '5 seconds'`);
    // What a queue that is away answers.
    office.queue.add = async () => false;
    await office.worker.sweep();
    expect((await table.rows()).every(({ state }) => state === 'done')).toBe(true);
    await office.stop();
  });
});
