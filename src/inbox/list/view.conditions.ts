import { OPEN_STATES } from '../../letters/letter.states.js';
import type { Officer } from '../../letters/viewer.js';
import type { InboxView } from './inbox.view.js';

/** A view's filters (not its search) as SQL conditions on `letter`; pushes their parameters. */
export function matching(view: InboxView, viewer: Officer, parameters: unknown[]): string[] {
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
