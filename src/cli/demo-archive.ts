import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ConfigurationError } from '../config/environment.js';
import type { Sql } from '../database/rows.js';
import { mayMove } from '../letters/letter.states.js';
import { StaffService } from '../staff/staff.service.js';
import {
  holdEmptyRegister,
  indexPast,
  type PastLetterRow,
  releaseRegister,
  storePast,
  tidy,
} from './demo-archive.queries.js';
import { pastLetters } from './demo-past-letters.js';

const BATCH = 500;

/** Letters of past years, and what to show while they are made. */
export interface ArchiveOrder {
  letters: number;
  years: number;
  seed: number;
  /** Slugs of releases that some of the letters are about. */
  releases?: readonly string[];
  progress?: (done: number, total: number) => void;
}

/**
 * Fills an office without letters with the letters of its last years: numbered, answered or closed for the most
 * part, and searchable. One connection stores while another indexes what was stored before, and the next letters
 * are invented meanwhile; memory does not grow with their number. What a killed run has stored is whole.
 */
export async function demoArchive(app: INestApplicationContext, order: ArchiveOrder): Promise<void> {
  const dataSource = app.get(DataSource);
  const store = dataSource.createQueryRunner();
  try {
    await store.connect();
    if (!(await holdEmptyRegister(store)))
      throw new ConfigurationError([
        'Letters of past years can only be laid into an office that has none: their numbers come before all others. Leave out --years, or give another DATA_DIR.',
      ]);
    try {
      await fillIn(dataSource, store, pastLetters(app, await officersOf(app), order), order);
    } finally {
      await releaseRegister(store);
    }
    await tidy(store);
  } finally {
    await store.release();
  }
}

/** Stores one batch while the one before it is indexed and the next is invented. */
async function fillIn(
  dataSource: DataSource,
  store: Sql,
  letters: AsyncGenerator<PastLetterRow>,
  { letters: total, progress = () => {} }: ArchiveOrder,
): Promise<void> {
  let stored = Promise.resolve<PastLetterRow[]>([]);
  let indexed = Promise.resolve();
  let done = 0;
  const hand = async (batch: PastLetterRow[]) => {
    const earlier = await stored;
    await indexed;
    indexed = indexPast(dataSource, earlier);
    stored = storePast(store, batch).then(() => batch);
    // A failure is told where its promise is awaited, when the next batch is ready.
    for (const work of [indexed, stored]) work.catch(() => undefined);
    progress((done += batch.length), total);
  };
  const batch: PastLetterRow[] = [];
  for await (const letter of letters) {
    batch.push(letter);
    if (batch.length === BATCH) await hand(batch.splice(0));
  }
  await hand(batch.splice(0));
  await hand([]);
  await indexed;
}

async function officersOf(app: INestApplicationContext): Promise<string[]> {
  const accounts = await app.get(StaffService, { strict: false }).activeAccounts();
  const officers = accounts.filter(({ roles }) => mayMove('in_work', 'answered', roles)).map(({ id }) => id);
  if (officers.length > 0) return officers;
  throw new ConfigurationError([
    'Letters of past years were worked on by somebody: add an account first, for example `npm run pismo -- staff add --email ana@example.org --name "Ana Anić" --role triage`.',
  ]);
}
