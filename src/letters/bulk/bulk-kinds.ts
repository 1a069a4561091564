import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Letter } from '../letter.entity.js';
import type { Officer } from '../viewer.js';
import type { BulkJob, BulkOutcome } from './bulk-job.js';

/** A kind of work on many letters: the room that knows how to do it registers it. */
export interface BulkKind {
  kind: string;
  /** Most letters in one transaction. */
  chunk: number;
  /**
   * Does it to letters that `tx` has locked, as the officer who ordered it, and says how it ended for each. What it
   * throws undoes the transaction; the letters are then tried one by one.
   */
  work(
    tx: EntityManager,
    job: BulkJob,
    letters: readonly Letter[],
    by: Officer,
  ): Promise<ReadonlyMap<string, BulkOutcome>>;
  /** After the transaction of these letters was committed. */
  afterwards?(job: BulkJob, outcomes: ReadonlyMap<string, BulkOutcome>): Promise<void>;
}

/** Every kind of bulk work, by its name. */
@Injectable()
export class BulkKinds {
  readonly #kinds = new Map<string, BulkKind>();

  register(kind: BulkKind): void {
    if (this.#kinds.has(kind.kind))
      throw new Error(`Two rooms want to do the bulk work "${kind.kind}": name one otherwise.`);
    this.#kinds.set(kind.kind, kind);
  }

  of(kind: string): BulkKind {
    const found = this.#kinds.get(kind);
    if (!found) throw new Error(`Nobody does the bulk work "${kind}": register it, or correct its name.`);
    return found;
  }
}
