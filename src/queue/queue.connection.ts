import type { DataSource } from 'typeorm';
import type { Environment } from '../config/environment.js';
import { postgresBackend } from './postgres-backend.js';
import type { QueueBackend } from './queue-backend.js';
import { redisBackend } from './redis-backend.js';

/** Redis when `REDIS_URL` is set, else the database that the program has anyway. */
export function queueBackend(environment: Environment, dataSource: DataSource): QueueBackend {
  if (environment.redisUrl !== undefined) return redisBackend(environment.redisUrl);
  return postgresBackend((dataSource.options as { url: string }).url);
}
