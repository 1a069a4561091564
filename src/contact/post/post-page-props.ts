import type { CalendarDay } from '../../calendar/working-days.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { SignedIn } from '../../staff/account.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { PostForm } from './post-entry.service.js';

/** All that the page of one paper letter shows. */
export interface PostPageProps {
  account: SignedIn;
  form: PostForm;
  formToken: string;
  today: CalendarDay;
  /** The letter that was saved a moment ago. */
  saved?: LetterView;
  /** How many slips wait to be printed for today's letters. */
  slips: number;
  /** How many scans wait in the pile. */
  waiting: number;
  /** The next scan was asked for, and there is none. */
  isPileEmpty: boolean;
  tokenOf: (file: KeptFile) => string;
}
