import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { readEnvironment } from '../../src/config/environment.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { QueueService } from '../../src/queue/queue.service.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { hasRedis, type RedisServer, redisServer } from './redis-server.js';

interface Place {
  database: TestDatabase;
  redis?: RedisServer;
  open(): Promise<QueueService>;
}

const places = {
  postgres: async (): Promise<Place> => {
    const database = await testDatabase();
    return { database, open: () => openQueue(database.url) };
  },
  redis: async (): Promise<Place> => {
    const [database, redis] = await Promise.all([testDatabase(), redisServer()]);
    return { database, redis, open: () => openQueue(database.url, redis.url) };
  },
};

async function openQueue(databaseUrl: string, redisUrl?: string): Promise<QueueService> {
  const dataSource = new DataSource(dataSourceOptions(databaseUrl, 2));
  const queue = new QueueService(readEnvironment({ REDIS_URL: redisUrl }), dataSource);
  await queue.onModuleInit();
  return queue;
}

async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 15_000) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (await condition()) return;
  throw new Error(`Waited in vain: ${what}.`);
}

describe.each(['postgres', 'redis'] as const)('the queue on %s', (kind) => {
  const suite = kind === 'redis' && !hasRedis ? describe.skip : describe;
  suite('', () => {
    let place: Place;
    beforeAll(async () => {
      place = await places[kind]();
    });
    afterAll(async () => {
      await place?.redis?.stop();
      await place?.database.drop();
    });

    it('wakes the handler once for each row, and again when it is rung again', async () => {
      const queue = await place.open();
      const seen: string[] = [];
      queue.work('email', async ({ id }) => void seen.push(id), { concurrency: 4 });
      expect(await queue.add('email', [{ id: 'a' }, { id: 'b' }, { id: 'a' }])).toBe(true);
      await until(() => seen.length >= 2, 'two jobs');
      await sleep(100);
      expect(seen.sort()).toEqual(['a', 'b']);
      // A finished job is not kept, so that its id can ring again.
      // A finished job stays to be seen, so a later ring has an id of its own.
      await queue.add('email', [{ id: 'a', ring: 'again' }]);
      await until(() => seen.length === 3, 'the second ring');
      await queue.beforeApplicationShutdown();
    });

    it('keeps a waiting ring once', async () => {
      const queue = await place.open();
      await queue.add('letter-index', [{ id: 'x' }]);
      await queue.add('letter-index', [{ id: 'x' }, { id: 'y' }]);
      const letterIndex = queue.all().find(({ name }) => name === 'letter-index')!;
      const waiting = await letterIndex.getJobs(['waiting']);
      expect(waiting.map((job) => [job.id, job.data]).sort()).toEqual([
        ['letter-index-x', { id: 'x' }],
        ['letter-index-y', { id: 'y' }],
      ]);
      await queue.beforeApplicationShutdown();
    });

    it('rings again after a job that failed', async () => {
      const queue = await place.open();
      let calls = 0;
      queue.work(
        'email',
        async () => {
          calls++;
          throw new Error('on purpose');
        },
        { concurrency: 1 },
      );
      await queue.add('email', [{ id: 'f' }]);
      await until(() => calls === 1, 'the failing job');
      await queue.add('email', [{ id: 'f', ring: 'again' }]);
      await until(() => calls === 2, 'the second ring');
      await queue.beforeApplicationShutdown();
    });

    it('finishes the job in hand before it closes', async () => {
      const queue = await place.open();
      let started = false;
      let finished = false;
      queue.work(
        'email',
        async () => {
          started = true;
          await sleep(400);
          finished = true;
        },
        { concurrency: 1 },
      );
      await queue.add('email', [{ id: 'slow' }]);
      await until(() => started, 'the job to start');
      await queue.beforeApplicationShutdown();
      expect(finished).toBe(true);
      expect(await queue.add('email', [{ id: 'late' }])).toBe(false);
    });
  });
});

(hasRedis ? describe : describe.skip)('a queue that goes away', () => {
  it('never throws into the caller, says so, and works again when it is back', async () => {
    const place = await places.redis();
    const queue = await place.open();
    const seen: string[] = [];
    queue.work('email', async ({ id }) => void seen.push(id), { concurrency: 1 });
    await queue.add('email', [{ id: 'before' }]);
    await until(() => seen.includes('before'), 'the first job');

    await place.redis!.stop();
    const began = Date.now();
    expect(await queue.add('email', [{ id: 'during' }])).toBe(false);
    expect(Date.now() - began).toBeLessThan(3_000);
    expect(await queue.health()).toMatchObject({ ok: false });

    await place.redis!.start();
    await until(async () => (await queue.health()).ok, 'health');
    await until(() => queue.add('email', [{ id: 'after' }]), 'a ring');
    await until(() => seen.includes('after'), 'the worker to be back');
    await queue.beforeApplicationShutdown();
    await place.redis!.stop();
    await place.database.drop();
  }, 60_000);

  it('starts without it', async () => {
    const place = await places.redis();
    await place.redis!.stop();
    const queue = await place.open();
    expect(await queue.add('email', [{ id: 'nobody' }])).toBe(false);
    const seen: string[] = [];
    queue.work('email', async ({ id }) => void seen.push(id), { concurrency: 1 });
    await place.redis!.start();
    await until(() => queue.add('email', [{ id: 'somebody' }]), 'a ring');
    await until(() => seen.includes('somebody'), 'the job');
    await queue.beforeApplicationShutdown();
    await place.redis!.stop();
    await place.database.drop();
  }, 60_000);
});
