import type { Selection } from '../../letters/bulk/bulk.queries.js';
import { readReference } from '../../letters/reference.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';

/** Letters that can be named one by one; more are picked by what they have in common. */
const MOST_NAMED = 500;

/** What was picked in the list: letters by their references, or all that the view shows. */
export type Picked = { references: string[] } | 'all';

/** Reads what the list's form sent; anything that is no reference is no letter. */
export function readPicked(fields: Record<string, unknown>): Picked {
  if (fields.all === 'yes') return 'all';
  const references = [fields.letter ?? []]
    .flat()
    .slice(0, MOST_NAMED)
    .flatMap((typed) => (typeof typed === 'string' ? (readReference(typed) ?? []) : []));
  return { references: [...new Set(references)] };
}

/** Named letters that the officer may see, as a condition on `letter`. */
export function namedSelection({ references }: { references: string[] }, officer: Officer): Selection {
  const parameters: unknown[] = [references];
  return { where: `letter.reference = ANY($1::text[]) AND ${visibleTo(officer, parameters)}`, parameters };
}
