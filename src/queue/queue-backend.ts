import type { BackendFactory, IQueueBackend } from 'bullmq';

/** Where the queues live. Queues and workers are built alike on each. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** What BullMQ connects with, for adding jobs and for working on them. */
  readonly producer: unknown;
  readonly consumer: unknown;
  readonly factory: BackendFactory<IQueueBackend, unknown> | undefined;
  /** Makes the place ready; safe to repeat, rejects while it is away. */
  prepare(): Promise<void>;
  /** Resolves when the place answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
