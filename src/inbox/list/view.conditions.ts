import { OPEN_STATES } from '../../letters/letter.states.js';
import { readReference } from '../../letters/reference.js';
import type { Viewer } from '../../letters/viewer.js';
import { searchKey } from '../../script/search-key.js';
import type { InboxView } from './inbox.view.js';

/** A view as SQL conditions on `letter`; pushes their parameters. */
export function matching(
  view: InboxView,
  viewer: Exclude<Viewer, 'citizen'>,
  parameters: unknown[],
): string[] {
  const conditions: string[] = [];
  const equals = (column: string, value: string | undefined) => {
    if (value !== undefined) conditions.push(`letter.${column} = $${parameters.push(value)}`);
  };
  // Whoever searches seeks in the whole archive; every other view is of what the office still owes.
  const isOpen = view.state === undefined && view.q === undefined;
  if (isOpen || view.due === 'overdue')
    conditions.push(`letter.state = ANY($${parameters.push(OPEN_STATES)}::text[])`);
  if (view.state !== 'all') equals('state', view.state);
  equals('channel', view.channel);
  equals('category', view.category);
  equals('unit', view.unit);
  equals('release_slug', view.release);
  if (view.urgent) equals('urgency', 'urgent');
  if (view.assigned === 'none') conditions.push('letter.assigned_to IS NULL');
  else equals('assigned_to', view.assigned === 'me' ? viewer.accountId : view.assigned);
  // The clock stands still while details are awaited.
  if (view.due === 'overdue') conditions.push(`letter.due_on < now() AND letter.state <> 'details_needed'`);
  if (view.q !== undefined) conditions.push(found(view.q, parameters));
  return conditions;
}

/** From this many characters on, a part of a name finds it; shorter ones are in nearly every name. */
const SHORTEST_NAME_PART = 3;

/**
 * Words by their Serbian stems, names also by a part of them, references and register numbers whole; all by search
 * key, so that script, case and diacritics do not matter. A reference is found before it is indexed.
 */
function found(q: string, parameters: unknown[]): string {
  const key = searchKey(q).trim();
  const words = `$${parameters.push(key)}::text`;
  const ways = [
    `SELECT letter_search.letter_id FROM letter_search
     WHERE letter_search.words @@ (websearch_to_tsquery('serbian', ${words}) || plainto_tsquery('simple', ${words}))`,
  ];
  const reference = readReference(q);
  if (reference !== undefined)
    ways.push(`SELECT exact.id FROM letter exact WHERE exact.reference = $${parameters.push(reference)}`);
  if (key.length >= SHORTEST_NAME_PART) {
    const part = `%${key.replace(/[\\%_]/g, '\\$&')}%`;
    ways.push(
      `SELECT letter_search.letter_id FROM letter_search WHERE letter_search.name_key LIKE $${parameters.push(part)}`,
    );
  }
  return `letter.id IN (${ways.join(' UNION ')})`;
}
