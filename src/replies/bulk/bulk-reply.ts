import { createHash } from 'node:crypto';
import type { LetterView } from '../../letters/letter.view.js';
import { inScriptOutsideFields } from '../in-script.js';
import { fillLine, notFillable, openFields } from '../line-fields.js';
import { recipientOf, routesTo } from '../recipient.js';
import type { ReplyContent } from '../reply.js';

/** One text for many letters, with the fields of standard lines. */
export interface BulkText {
  salutation: string;
  subject: string;
  body: string;
}

/** What is ordered: the Serbian text in Cyrillic (Latin is derived), and an English one for letters in English. */
export interface BulkReply {
  sr: BulkText;
  en: BulkText | null;
  /** Category for letters that nobody has sorted yet; without one they are left alone. */
  category: string | null;
}

/** Raised when what is hashed changes, so that no approval given under other rules holds. */
const FORMAT = 1;

/** What an approval binds to: every text and the set of letters. */
export const bulkFingerprint = ({ sr, en, category }: BulkReply, letterIds: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify([FORMAT, ...[sr, en].map(textParts), category, [...letterIds].sort()]))
    .digest('hex');

const textParts = (text: BulkText | null) => text && [text.salutation, text.subject, text.body];

/** Why a letter gets no reply of this text. */
export type NoReply = 'no-english' | 'no-route' | 'open';

/** The reply to one letter: the text in its language and script with its fields filled, by its best route. */
export function mergedFor(letter: LetterView, { sr, en }: BulkReply): ReplyContent | NoReply {
  const { language } = letter;
  const text = language === 'en' ? en : sr;
  if (text === null) return 'no-english';
  // A telephone call cannot be made by a job.
  const route = routesTo(letter).find((way) => way !== 'phone');
  if (route === undefined) return 'no-route';
  // Latin is derived; what is written in Cyrillic leaves as it was written and approved.
  const written = (part: string) => (language === 'sr-Latn' ? inScriptOutsideFields(part, language) : part);
  const filled = (part: string) => fillLine(written(part), letter, language);
  const content = {
    ...{ route, language, recipient: recipientOf(letter, route)!, attachments: [] },
    ...{ salutation: filled(text.salutation), subject: filled(text.subject), body: filled(text.body) },
  };
  const { salutation, subject, body } = content;
  return [salutation, subject, body].some((part) => openFields(part).length > 0) ? 'open' : content;
}

/** Fields of a text that no letter can fill; questions are among them, since nobody is asked. */
export const unknownIn = ({ salutation, subject, body }: BulkText): string[] =>
  [salutation, subject, body].flatMap(notFillable);
