import type { InboxView } from './inbox.view.js';

export type QueueCode =
  | 'open'
  | 'mine'
  | 'unit'
  | 'unassigned'
  | 'urgent'
  | 'overdue'
  | 'details'
  | 'risk'
  | 'mentioned'
  | 'review'
  | 'returned'
  | 'cited'
  | 'spam'
  | 'closed'
  | 'all';

/** A named view of the inbox with a count beside it. */
export interface InboxQueue {
  code: QueueCode;
  group: 'letters' | 'attention' | 'archive';
  view: InboxView;
  /** Pressed one after another, from anywhere outside a field. */
  keys: string;
  /** Its number is told in red when it is not zero. */
  hot?: true;
}

/** The queues of an account, in the order in which the column shows them; an account without a unit has no unit's. */
export function queuesFor(unit: string | null): InboxQueue[] {
  const queues: InboxQueue[] = [
    { code: 'mine', group: 'letters', view: { assigned: 'me' }, keys: 'g m' },
    { code: 'open', group: 'letters', view: {}, keys: 'g i' },
    { code: 'unassigned', group: 'letters', view: { assigned: 'none' }, keys: 'g n' },
    { code: 'review', group: 'letters', view: { state: 'in_review' }, keys: 'g p' },
    { code: 'mentioned', group: 'letters', view: { mentioned: true, state: 'all' }, keys: 'g b' },
    { code: 'risk', group: 'attention', view: { risk: true }, keys: 'g r', hot: true },
    { code: 'urgent', group: 'attention', view: { urgent: true }, keys: 'g h' },
    { code: 'overdue', group: 'attention', view: { due: 'overdue' }, keys: 'g k', hot: true },
    { code: 'details', group: 'attention', view: { state: 'details_needed' }, keys: 'g d' },
    { code: 'returned', group: 'attention', view: { returned: true }, keys: 'g v' },
    { code: 'cited', group: 'attention', view: { cited: true, state: 'all' }, keys: 'g c' },
    { code: 'closed', group: 'archive', view: { state: 'closed' }, keys: 'g z' },
    { code: 'spam', group: 'archive', view: { state: 'spam' }, keys: 'g s' },
    { code: 'all', group: 'archive', view: { state: 'all' }, keys: 'g a' },
  ];
  if (unit !== null) queues.splice(1, 0, { code: 'unit', group: 'letters', view: { unit }, keys: 'g o' });
  return queues;
}

/** The queue that a view is, when it is exactly one (its order does not count). */
export function queueOf(view: InboxView, queues: readonly InboxQueue[]): InboxQueue | undefined {
  return queues.find((queue) => isSameView(queue.view, view));
}

/** Whether two views have the same letters, in whatever order. */
export function isSameView({ sort: _, ...one }: InboxView, { sort: __, ...other }: InboxView): boolean {
  return (
    Object.keys(one).length === Object.keys(other).length &&
    Object.entries(one).every(([name, value]) => other[name as keyof typeof other] === value)
  );
}
