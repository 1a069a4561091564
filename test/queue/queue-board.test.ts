import fastify, { type FastifyInstance } from 'fastify';
import { DataSource } from 'typeorm';
import { readEnvironment } from '../../src/config/environment.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { queueBoard } from '../../src/queue/queue-board.js';
import { QueueService } from '../../src/queue/queue.service.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { hasRedis, type RedisServer, redisServer } from './redis-server.js';

describe.each(['postgres', 'redis'] as const)('the page of the queues on %s', (kind) => {
  const suite = kind === 'redis' && !hasRedis ? describe.skip : describe;
  suite('', () => {
    let site: FastifyInstance;
    let url: string;
    let queue: QueueService;
    let database: TestDatabase;
    let redis: RedisServer | undefined;
    beforeAll(async () => {
      database = await testDatabase();
      redis = kind === 'redis' ? await redisServer() : undefined;
      queue = new QueueService(
        readEnvironment({ REDIS_URL: redis?.url }),
        new DataSource(dataSourceOptions(database.url, 2)),
      );
      site = fastify();
      // As in the program: the page is set up before the queues are ready.
      await queueBoard(site, queue, async (request) => (request.headers['x-who'] as 'ok') ?? 'sign-in');
      await queue.onModuleInit();
      url = await site.listen({ host: '127.0.0.1', port: 0 });
    });
    afterAll(async () => {
      await site?.close();
      await queue?.beforeApplicationShutdown();
      await redis?.stop();
      await database?.drop();
    });

    const get = (path: string, who?: string, method = 'GET') =>
      fetch(url + path, { method, redirect: 'manual', headers: who ? { 'x-who': who } : {} });

    it.each([
      '/queues',
      '/queues/',
      '/queues/queue/email',
      '/queues/api/queues',
      '/queues/static/favicon-32x32.png',
    ])('opens %s to no stranger', async (path) => {
      const stranger = await get(path);
      expect(stranger.status).toBe(303);
      expect(stranger.headers.get('location')).toBe('/staff/sign-in?next=%2Fqueues');
      expect((await get(path, 'forbidden')).status).toBe(403);
    });

    it.each([
      '//queues',
      '/queues/%61pi/queues',
      '/Queues',
      '/x/../queues/api/queues',
      '/queues;x/api/queues',
    ])('opens nothing by writing it %s', async (path) => {
      expect([303, 404]).toContain((await get(path)).status);
      expect([403, 404]).toContain((await get(path, 'forbidden')).status);
    });

    it('shows queues and ids to whoever may look', async () => {
      await queue.add('email', [{ id: '019aa-1' }]);
      const page = await get('/queues', 'ok');
      expect(page.status).toBe(200);
      const html = await page.text();
      expect(html).toContain('id="root"');
      expect(html).not.toMatch(/https?:\/\//);
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
      const answer = await get('/queues/api/queues?activeQueue=email&status=waiting', 'ok');
      expect(answer.status).toBe(200);
      const { queues } = (await answer.json()) as { queues: { name: string; jobs: { data: unknown }[] }[] };
      expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(['email', 'letter-index']));
      expect(queues.find(({ name }) => name === 'email')!.jobs.map(({ data }) => data)).toEqual([
        { id: '019aa-1' },
      ]);
    });

    it('changes nothing', async () => {
      for (const [method, path] of [
        ['PUT', '/queues/api/queues/email/pause'],
        ['PUT', '/queues/api/queues/email/clean/waiting'],
        ['POST', '/queues/api/queues/email/add'],
      ] as const) {
        expect((await get(path, 'ok', method)).status).toBe(405);
        expect((await get(path, undefined, method)).status).toBe(401);
      }
    });
  });
});
