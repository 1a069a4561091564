import { Redis, Cluster, type RedisOptions } from 'ioredis';
import type { QueueBackend } from './queue-backend.js';

type Client = Redis | Cluster;

/**
 * Queues on Redis. `REDIS_URL` is `redis://` or `rediss://`; `?cluster=true` names a node of a cluster, and
 * `?sentinel=<master>` a sentinel.
 */
export function redisBackend(url: string): QueueBackend {
  // The one that adds jobs fails at once while Redis is away; the one that waits for jobs waits.
  const producer = connect(url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 2_000,
  });
  const consumer = connect(url, { maxRetriesPerRequest: null });
  // Each failure is told by whoever uses the connection.
  for (const client of [producer, consumer]) client.on('error', () => {});
  return {
    kind: 'redis',
    producer,
    consumer,
    factory: undefined,
    // BullMQ asks the server for its version as soon as a queue is made, so none is made before it answers.
    prepare: () => ready(producer),
    ping: async () => void (await producer.ping()),
    close: async () => {
      for (const client of [producer, consumer]) client.disconnect();
    },
  };
}

function ready(client: Client): Promise<void> {
  if (client.status === 'ready') return Promise.resolve();
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      client.off('ready', answered);
      reject(new Error('Redis does not answer'));
    }, 1_000);
    const answered = () => {
      clearTimeout(late);
      resolve();
    };
    client.once('ready', answered);
  });
}

function connect(address: string, options: RedisOptions): Client {
  const url = new URL(address);
  const common: RedisOptions = {
    ...options,
    username: decodeURIComponent(url.username) || undefined,
    password: decodeURIComponent(url.password) || undefined,
    tls: url.protocol === 'rediss:' ? {} : undefined,
    connectTimeout: 5_000,
    retryStrategy: (times) => Math.min(times * 200, 2_000),
  };
  const node = { host: url.hostname, port: Number(url.port) || 6379 };
  const master = url.searchParams.get('sentinel');
  if (master !== null)
    return new Redis({ ...common, name: master, sentinels: [{ ...node, port: Number(url.port) || 26379 }] });
  if (url.searchParams.get('cluster') === 'true') {
    const { enableOfflineQueue, retryStrategy: _ofOneNode, ...redisOptions } = common;
    return new Cluster([node], {
      enableOfflineQueue,
      redisOptions,
      clusterRetryStrategy: (times) => Math.min(times * 200, 2_000),
    });
  }
  return new Redis({ ...common, ...node, db: Number(url.pathname.slice(1)) || 0 });
}
