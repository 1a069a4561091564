import type { Job } from 'bullmq';
import { DataSource } from 'typeorm';
import { DutiesWorker } from '../../../src/duties/duties.worker.js';
import { QueueService } from '../../../src/queue/queue.service.js';
import type { TestApp } from '../../support/app.js';
import { idOf, pressOfficer, type PressDesk, startNewsroom, submitted } from './press.js';

const AT = Date.parse('2027-02-01T07:05:00Z');

let app: TestApp;
let sql: DataSource;
let writer: PressDesk;
let second: PressDesk;

beforeEach(async () => {
  app = await startNewsroom();
  sql = app.get(DataSource);
  writer = await pressOfficer(app);
  second = await pressOfficer(app);
});
afterEach(() => app.stop());

/** A release that waits for its minute, and the bell that is set for it. */
async function scheduled(title: string): Promise<{ id: string; job: Job }> {
  const address = await submitted(writer, { titleSr: title, planned: '01.02.2027. - 08:05' });
  await second.step(address, 'schedule');
  const queue = app
    .get(QueueService)
    .all()
    .find(({ name }) => name === 'release-publishing')!;
  const [job] = await queue.getDelayed();
  return { id: idOf(address), job: job! };
}

const isDueNow = (id: string) =>
  sql.query('UPDATE release_publishing SET due_at = now() WHERE release_id = $1', [id]);

async function stateWithin(id: string, milliseconds: number): Promise<string> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const [row] = (await sql.query('SELECT state FROM release WHERE id = $1', [id])) as { state: string }[];
    if (row!.state === 'published' || Date.now() > end) return row!.state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the bell is set for the very minute, and publishes while no sweep looks', async () => {
  // Nothing looks by itself any more; the queue's workers go on.
  await app.get(DutiesWorker).onModuleDestroy();
  const { id, job } = await scheduled('Звоно');
  expect(Math.abs(job.timestamp + job.opts.delay! - AT)).toBeLessThan(2_000);
  await isDueNow(id);
  expect(await stateWithin(id, 3_500)).toBe('scheduled');
  await job.promote();
  expect(await stateWithin(id, 8_000)).toBe('published');
}, 60_000);

test('a bell that the queue lost is not missed: the sweep finds the row', async () => {
  const { id, job } = await scheduled('Изгубљено звоно');
  await job.remove();
  await isDueNow(id);
  expect(await stateWithin(id, 10_000)).toBe('published');
}, 60_000);
