import type { SaveProblem } from '../views/save-view.js';
import type { InboxView, PageCursor } from './inbox.view.js';
import type { ListedLetter, ListedRisk } from './list.queries.js';
import type { Present } from '../live/presence.queries.js';
import type { QueueCode } from './queues.js';

/** One page of the list, as the service found it. */
export interface LetterPage {
  view: InboxView;
  /** Where this page starts; letters keep it in their links so that the list beside them is the same. */
  cursor: PageCursor;
  queue: QueueCode | undefined;
  letters: ListedLetter[];
  /** Dangers without an outcome, those that nobody has taken first; they stand above every list. */
  risks: ListedRisk[];
  /** All letters of the view; when `isMore`, at least this many. */
  count: number;
  isMore: boolean;
  next: string | undefined;
  previous: string | undefined;
  /** Words of the rows that the search found, as written; undefined without a search. */
  found: ReadonlySet<string> | undefined;
  /** Who else reads or answers the letters of this page, by the letter's id. */
  present: ReadonlyMap<string, readonly Present[]>;
  /** The name under which the view is saved. */
  savedAs: string | undefined;
  /** A name for the view that was refused. */
  saving?: SaveProblem;
  /** Names of query parameters that the inbox does not know. */
  ignored: string[];
}
