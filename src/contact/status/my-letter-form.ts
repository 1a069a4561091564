import type { OfficeProfile } from '../../config/office-profile.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { OpenLetter } from '../../letters/letter.view.js';
import type { Forwarding } from '../../replies/forwarding/forwarding.js';
import type { Reply } from '../../replies/reply.js';
import type { Language } from '../../script/texts.js';

/** What the writer may do on the page; each is a form of its own. */
export type MyLetterAct = 'supplement' | 'details' | 'withdrawal';

/** One of the page's forms, come back with what was typed into it. */
export interface MyLetterForm {
  act: MyLetterAct;
  values: Record<string, string>;
  kept: KeptFile[];
  /** Already sentences, each with the id of its field. */
  errors: { field: string; text: string }[];
  notice?: 'stale' | 'busy' | 'broken' | 'unavailable';
  /** For `busy`. */
  minutes?: number;
}

/** What the page and each of its sections are drawn from. */
export interface MyLetterPageProps {
  language: Language;
  profile: OfficeProfile;
  open: OpenLetter;
  /** What the office answered, oldest first; what came back is not among it. */
  replies: Reply[];
  /** To which bodies the letter was handed, oldest first; what came back is not among them. */
  forwardings: Forwarding[];
  dueOn: Date;
  /** The private link's token. */
  token: string;
  formToken: string;
  tokenOf: (file: KeptFile) => string;
  /** This page's address without a version. */
  path: string;
  /** What has just been done. */
  done?: MyLetterAct;
  /** A form that came back. */
  form?: MyLetterForm;
}
