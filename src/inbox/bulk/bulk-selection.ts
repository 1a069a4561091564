import type { Selection } from '../../letters/bulk/bulk.queries.js';
import { readReference } from '../../letters/reference.js';
import { type Officer, visibleTo } from '../../letters/viewer.js';

/** Letters that can be named one by one; more are picked by what they have in common. */
const MOST_NAMED = 500;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What was picked: letters of the list by their references, all that the view shows, or those of a job once more. */
export type Picked = { references: string[] } | { job: string } | 'all';

/** The letters of a job that the officer may see, as a condition on `letter`. */
export function jobSelection(jobId: string, officer: Officer): Selection {
  const parameters: unknown[] = [jobId];
  const ofJob = 'letter.id IN (SELECT letter_id FROM bulk_item WHERE job_id = $1)';
  return { where: `${ofJob} AND ${visibleTo(officer, parameters)}`, parameters };
}

/** Reads what the list's form sent; anything that is no reference is no letter. */
export function readPicked(fields: Record<string, unknown>): Picked {
  if (fields.all === 'yes') return 'all';
  if (typeof fields.again === 'string' && UUID.test(fields.again)) return { job: fields.again };
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
