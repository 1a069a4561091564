import { type Chore, ChoreTable, type Office } from './duties-on-a-table.js';

describe('duties', () => {
  let table: ChoreTable;
  let one: Office;
  let two: Office;
  beforeAll(async () => {
    table = await ChoreTable.create();
    one = await table.office({});
    two = await table.office({});
  });
  beforeEach(() => table.sql.query('TRUNCATE chore'));
  afterAll(() => table?.drop());

  it('gives a row to one of many who ask at once', async () => {
    const ids = await table.owe(40);
    const taken = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? one : two).duties.claim('chore', { ids })),
    );
    expect(
      taken
        .flat()
        .map(({ key }) => key)
        .sort(),
    ).toEqual(ids.sort());
    const tokens = taken.flat().map(({ token }) => token);
    expect(new Set(tokens).size).toBe(40);
  });

  it('gives nothing that is not due', async () => {
    await table.owe(1, 'NULL');
    await table.owe(1, `now() + interval '1 hour'`);
    expect(await one.duties.claim('chore', { limit: 10 })).toEqual([]);
  });

  it('fences off whoever lost the lease', async () => {
    await table.owe();
    const [lost] = await one.duties.claim<Chore>('chore', { limit: 1 });
    await table.expireLeases();
    expect(await two.duties.takeBackLost('chore')).toBe(1);
    const [held] = await two.duties.claim<Chore>('chore', { limit: 1 });
    expect(BigInt(held!.token)).toBeGreaterThan(BigInt(lost!.token));

    expect(await one.duties.done('chore', lost!, 'done')).toEqual([]);
    expect(await one.duties.retryLater('chore', lost!, 'late')).toEqual([]);
    expect(await one.duties.fail('chore', lost!, 'late')).toEqual([]);
    expect(await one.duties.inDoubt('chore', lost!)).toEqual([]);
    expect(await table.rows()).toMatchObject([{ state: 'leased', lease_token: held!.token }]);
    expect(await two.duties.done('chore', held!, 'done')).toHaveLength(1);
    expect(await table.rows()).toMatchObject([{ state: 'done', attempts: 2 }]);
  });

  it('leaves the row owed when a transaction fails midway', async () => {
    await table.owe();
    const [held] = await one.duties.claim<Chore>('chore', { limit: 1 });
    await expect(
      one.dataSource.transaction(async (tx) => {
        expect(await one.duties.done('chore', held!, 'done', tx)).toHaveLength(1);
        throw new Error('midway');
      }),
    ).rejects.toThrow('midway');
    expect(await table.rows()).toMatchObject([{ state: 'leased', lease_token: held!.token }]);
    await table.expireLeases();
    await one.duties.takeBackLost('chore');
    expect(await one.duties.claim('chore', { limit: 1 })).toHaveLength(1);
  });

  it('waits longer each time, and gives up to a person who can try again', async () => {
    const [id] = await table.owe();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 2; attempt++) {
      const [held] = await one.duties.claim<Chore>('chore', { limit: 1 });
      await one.duties.retryLater('chore', held!, new Error('not\nnow'));
      const [row] = await table.rows();
      expect(row).toMatchObject({ state: 'pending', last_error: 'not now', attempts: attempt + 1 });
      waits.push(row!.wait!);
      await table.sql.query('UPDATE chore SET due_at = now()');
    }
    expect(waits[0]).toBeGreaterThan(3);
    expect(waits[0]).toBeLessThan(6.5);
    expect(waits[1]).toBeGreaterThan(7);
    const [last] = await one.duties.claim<Chore>('chore', { limit: 1 });
    await one.duties.retryLater('chore', last!, 'still not');
    expect(await table.rows()).toMatchObject([{ state: 'failed', attempts: 3, last_error: 'still not' }]);
    expect(await one.duties.counts('chore')).toMatchObject({ due: 0, failed: 1 });

    expect(await one.duties.retryByHand('chore', id!)).toBe(true);
    expect(await one.duties.retryByHand('chore', id!)).toBe(false);
    expect(await table.rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  it('does not count an attempt that failed by no fault of the row', async () => {
    await table.owe();
    for (let attempt = 0; attempt < 5; attempt++) {
      const [held] = await one.duties.claim<Chore>('chore', { limit: 1 });
      await one.duties.retryLater('chore', held!, 'no server', { afterSeconds: 20 });
      await table.sql.query('UPDATE chore SET due_at = now()');
    }
    expect(await table.rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  it('brings what is in doubt back after its time, and counts the repeat', async () => {
    await table.owe();
    const [first] = await one.duties.claim<Chore>('chore', { limit: 1 });
    await one.duties.inDoubt('chore', first!);
    expect(await one.duties.takeBackLost('chore')).toBe(0);
    await table.expireLeases();
    expect(await one.duties.takeBackLost('chore')).toBe(1);
    const [again] = await one.duties.claim<Chore>('chore', { limit: 1 });
    await one.duties.inDoubt('chore', again!);
    expect(await table.rows()).toMatchObject([{ state: 'in_doubt', resends: 1 }]);
    await one.duties.done('chore', again!, 'done');
    expect(await table.rows()).toMatchObject([{ state: 'done', resends: 1, in_doubt_at: null }]);
  });

  it('says how much waits and for how long', async () => {
    await table.owe(3, `now() - interval '90 seconds'`);
    await table.owe(2, 'NULL');
    const counts = await one.duties.counts('chore');
    expect(counts).toMatchObject({ due: 3, inDoubt: 0, failed: 0 });
    expect(Math.round(counts.lagSeconds)).toBe(90);
  });

  it('refuses a doubled handler, a missing one and a name that is not a name', async () => {
    const definition = {
      queue: 'email' as const,
      table: 'chore',
      key: 'id',
      batch: 1,
      leaseSeconds: 1,
      maxAttempts: 1,
    };
    const perform = async () => {};
    expect(() => one.duties.register({ ...definition, kind: 'chore', perform })).toThrow(
      /Two handlers.*"chore".*remove one/,
    );
    expect(() => one.duties.register({ ...definition, kind: 'other', perform })).toThrow(
      /share the queue "email"/,
    );
    expect(() =>
      one.duties.register({ ...definition, kind: 'idle', queue: 'letter-index' } as never),
    ).toThrow(/perform function/);
    expect(() =>
      one.duties.register({
        ...definition,
        kind: 'bad',
        queue: 'letter-index',
        table: 'chore; DROP TABLE chore',
        perform,
      }),
    ).toThrow(/not a plain name/);
    expect(() => one.duties.refuseUnhandled()).toThrow(
      /letter-index, reply-dispatch, bulk, .*: register a duty for it/,
    );
    await expect(one.duties.ring('nothing', ['x'])).rejects.toThrow(/Nobody knows the duty "nothing"/);
  });
});
