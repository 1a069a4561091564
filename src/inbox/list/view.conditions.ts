import type { OfficeProfile } from '../../config/office-profile.js';
import { OPEN_STATES } from '../../letters/letter.states.js';
import type { Officer } from '../../letters/viewer.js';
import { citesStale } from '../../replies/citations/citations.queries.js';
import type { InboxView } from './inbox.view.js';

/** What the conditions need of the profile: a category has parts. */
export type CategoryTree = Pick<OfficeProfile, 'categoryWithParts'>;

/**
 * A view's filters (not its search) as SQL conditions on `letter`; pushes their parameters. Among letters that are
 * open anyway, nothing asks whether they are.
 */
export function matching(
  view: InboxView,
  viewer: Officer,
  tree: CategoryTree,
  parameters: unknown[],
  among: 'all' | 'open' = 'all',
): string[] {
  const conditions: string[] = [];
  const equals = (column: string, value: string | undefined) => {
    if (value !== undefined) conditions.push(`letter.${column} = $${parameters.push(value)}`);
  };
  // Whoever searches seeks in the whole archive; every other view is of what the office still owes.
  const isOpen = view.state === undefined && view.q === undefined;
  if (among !== 'open' && (isOpen || view.due === 'overdue'))
    conditions.push(`letter.state = ANY($${parameters.push(OPEN_STATES)}::text[])`);
  if (view.state !== 'all') equals('state', view.state);
  equals('channel', view.channel);
  if (view.category !== undefined)
    conditions.push(
      `letter.category = ANY($${parameters.push(tree.categoryWithParts(view.category))}::text[])`,
    );
  if (view.mark !== undefined) conditions.push(`$${parameters.push(view.mark)} = ANY(letter.sensitive)`);
  if (view.mentioned)
    conditions.push(`EXISTS (SELECT FROM letter_mention mention WHERE mention.letter_id = letter.id
      AND mention.account_id = $${parameters.push(viewer.accountId)} AND mention.seen_at IS NULL)`);
  if (view.cited) conditions.push(citesStale(`$${parameters.push(viewer.accountId)}::uuid`));
  equals('unit', view.unit);
  equals('release_slug', view.release);
  if (view.urgent) equals('urgency', 'urgent');
  if (view.returned) conditions.push('letter.returned_at IS NOT NULL');
  // A danger leaves every queue: it stands above them all until it has an outcome.
  if (view.risk) conditions.push('letter.risk IS NOT NULL');
  else if (view.q === undefined && view.state !== 'all') conditions.push('letter.risk IS NULL');
  if (view.assigned === 'none') conditions.push('letter.assigned_to IS NULL');
  else equals('assigned_to', view.assigned === 'me' ? viewer.accountId : view.assigned);
  // The clock stands still while details are awaited.
  if (view.due === 'overdue') conditions.push(`letter.due_on < now() AND letter.state <> 'details_needed'`);
  return conditions;
}
