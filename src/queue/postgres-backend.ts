import { createPostgresBackend, runMigrations, type BackendFactory, type IQueueBackend } from 'bullmq';
import pg from 'pg';
import type { QueueBackend } from './queue-backend.js';
import { QUEUE_NAMES } from './queue.names.js';

const SCHEMA = 'bullmq';

/** Queues in the program's own database, in a schema that belongs to BullMQ. */
export function postgresBackend(databaseUrl: string): QueueBackend {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    application_name: 'pismo-queue',
    // Every worker keeps one connection to listen on.
    max: QUEUE_NAMES.length + 4,
    options: `-c search_path=${SCHEMA}`,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 5_000,
  });
  // An idle connection that drops is replaced by the next query.
  pool.on('error', () => {});
  // Every queue and every worker listens too.
  pool.setMaxListeners(4 * QUEUE_NAMES.length);
  return {
    kind: 'postgres',
    producer: pool,
    consumer: pool,
    factory: createPostgresBackend as BackendFactory<IQueueBackend, unknown>,
    prepare: async () => {
      const client = await pool.connect();
      try {
        await runMigrations(client, SCHEMA);
      } finally {
        client.release();
      }
    },
    ping: async () => void (await pool.query('SELECT 1')),
    close: () => pool.end(),
  };
}
