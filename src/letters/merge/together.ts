import type { Sql } from '../../database/rows.js';
import type { LetterView, Together } from '../letter.view.js';
import { letterById, letterEvents } from '../letters.queries.js';
import { isSameWriter } from './merge.queries.js';

/**
 * The letter that is worked on in place of a merged one, for its writer's eyes: only when the two letters themselves
 * say that one person wrote both, whatever an officer said.
 */
export async function togetherWith(
  sql: Sql,
  { id, mergedInto }: Pick<LetterView, 'id' | 'mergedInto'>,
): Promise<Together | undefined> {
  if (mergedInto === null || !(await isSameWriter(sql, id, mergedInto))) return undefined;
  const letter = await letterById(sql, mergedInto, 'citizen');
  if (!letter || letter.state === 'withdrawn') return undefined;
  return { letter, events: await letterEvents(sql, letter.id, 'citizen') };
}
