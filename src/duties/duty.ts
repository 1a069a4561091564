import type { QueueName } from '../queue/queue.names.js';

/** A row that this process holds for now. */
export interface Leased<Row = Record<string, unknown>> {
  key: string;
  /** The fence: whoever took the row after a lost lease has a higher one. */
  token: string;
  /** How often the row was tried, this time included. */
  attempts: number;
  /** All columns of the row. */
  row: Row;
}

/**
 * A kind of owed row. Its table has the columns `state` ('pending', 'leased', 'failed' and its own ends), `due_at`
 * (null: not due yet), `attempts`, `lease_token`, `leased_until`, `last_error`, `created_at`.
 */
export interface DutyDefinition<Row = Record<string, unknown>> {
  /** Name in logs and figures. */
  kind: string;
  /** Whose bell wakes it, one kind a queue; the queue of the same name unless told. */
  queue?: QueueName;
  table: string;
  /** The column that names a row. */
  key: string;
  /** SQL type of that column. */
  keyType?: 'uuid' | 'text' | 'bigint';
  /** Most rows that `perform` is given at once. */
  batch: number;
  /** How many batches are performed at once; 1 unless told. */
  inFlight?: number;
  /** A row that is held longer is taken to be lost. */
  leaseSeconds: number;
  /** After so many attempts the row is `failed` and waits for a person. */
  maxAttempts: number;
  /** Seconds before the first repeat; doubles each time. 5 unless told. */
  firstRetrySeconds?: number;
  /** Longest time between repeats. An hour unless told. */
  mostRetrySeconds?: number;
  /**
   * For work whose result can stay unknown: how long a row stays `in_doubt` before it is done again. The table then
   * also has `in_doubt_at` and `resends`, and a state `in_doubt`.
   */
  inDoubtSeconds?: number;
  /** False while there is no point in trying (say, the mail server is away): rows then wait, unclaimed. */
  ready?(): boolean;
  /** Does what is owed and says how it ended, row by row. What it throws puts the batch back for later. */
  perform(rows: Leased<Row>[]): Promise<void>;
}

/** How many rows of a kind wait, and how long the oldest has been due. */
export interface DutyCounts {
  /** Due now. */
  due: number;
  /** Seconds since the oldest became due. */
  lagSeconds: number;
  inDoubt: number;
  failed: number;
}
