import { setTimeout as sleep } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { demoArchive } from '../../src/cli/demo-archive.js';
import { BulkService } from '../../src/letters/bulk/bulk.service.js';
import type { Officer } from '../../src/letters/viewer.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { ask, type Bench, median } from '../bench-server.js';
import { inProcess } from '../in-process.js';
import type { Figure } from '../main.js';

const LETTERS = 10_000;
const REASON = 'Решено';

/**
 * Letters closed a second by one order for 10,000, with their events, outcomes and undo, against one bare UPDATE of as
 * many; and what the work adds to the program's memory, which must not depend on their number.
 */
export async function bulk(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  return inProcess(
    database,
    async (app) => {
      const by = await fill(app);
      const rates: number[] = [];
      const floors: number[] = [];
      const before = process.memoryUsage.rss();
      let peak = before;
      for (let pair = 0; pair < bench.pairs; pair += 1) {
        await open(database);
        floors.push(await timed(() => ask(database, CLOSE, [REASON])));
        await open(database);
        rates.push(
          await timed(async () => {
            const id = await app.get(BulkService, { strict: false }).order(ORDER, EVERY, by);
            while (!(await isDone(database, id))) {
              peak = Math.max(peak, process.memoryUsage.rss());
              await sleep(10);
            }
          }),
        );
      }
      const [value, floor] = [median(rates), median(floors)];
      const [mb, floorMb] = [peak / 1e6, before / 1e6];
      return [
        { name: 'bulk.close', value, unit: 'letters/s', floor, ratio: value / floor },
        { name: 'bulk.memory', value: mb, unit: 'MB', floor: floorMb, ratio: floorMb / mb },
      ];
    },
    { ROLE: 'all' },
  );
}

const ORDER = { kind: 'closure', params: { reason: REASON } };
const EVERY = { where: `letter.state = 'triaged'`, parameters: [] };
const CLOSE = `UPDATE letter SET state = 'closed', closed_reason = $1, updated_at = now() WHERE state = 'triaged'`;

/** An officer, and as many letters as are closed at once. */
async function fill(app: INestApplicationContext): Promise<Officer> {
  const staff = app.get(StaffService, { strict: false });
  const roles = ['triage' as const];
  const account = { name: 'Officer', email: 'officer@bench.example', language: 'sr-Cyrl' as const };
  const { id } = await staff.createAccount({ ...account, roles, unit: null });
  await demoArchive(app, { letters: LETTERS, years: 1, seed: 1 });
  return { accountId: id, roles, unit: null };
}

/** Every letter stands open again, as if nothing had happened, with the tables tidied. */
async function open(database: string): Promise<void> {
  await ask(database, `UPDATE letter SET state = 'triaged', closed_reason = NULL, risk = NULL`);
  await ask(database, 'VACUUM ANALYZE letter');
  await ask(database, 'CHECKPOINT');
}

const isDone = async (database: string, id: string) => {
  const [job] = await ask<{ state: string; done: number }>(
    database,
    'SELECT state, done FROM bulk_job WHERE id = $1',
    [id],
  );
  if (job!.state === 'failed') throw new Error('The order of the bench failed.');
  if (job!.state === 'done' && job!.done !== LETTERS)
    throw new Error(`Of ${LETTERS} letters, ${job!.done} were closed.`);
  return job!.state === 'done';
};

/** Letters a second. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (LETTERS / (performance.now() - began)) * 1_000;
}
