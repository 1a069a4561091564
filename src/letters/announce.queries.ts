import { tell } from '../database/notices.js';
import type { Sql } from '../database/rows.js';

/** PostgreSQL channel on which processes tell each other what happens to letters. */
export const LETTERS_CHANNEL = 'letters';

/** A hint for whoever shows letters; ids only, so that it says nothing to who may not see them. */
export interface LetterNotice {
  /** Ids of `letter_event` rows that were added. */
  events?: string[];
  /** So many letters got their numbers. */
  arrived?: number;
  /** Ids of letters that somebody began or ceased to read or to answer. */
  presence?: string[];
}

/** A notice holds at most 8,000 bytes; what is beyond so many ids the pages find when they look again. */
const MOST_IDS = 300;

/** Tells every process when the transaction commits; `addEvent` does so by itself. */
export async function announceLetters(tx: Sql, notice: LetterNotice): Promise<void> {
  const told = { ...notice, events: notice.events?.slice(0, MOST_IDS) };
  await tell(tx, LETTERS_CHANNEL, JSON.stringify(told));
}
