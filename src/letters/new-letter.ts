import type { CalendarDay } from '../calendar/working-days.js';
import type { KeptFile } from '../files/kept-file.js';
import type { Language } from '../script/texts.js';

export type Channel = 'web' | 'email' | 'post';
export const CHANNELS: readonly Channel[] = ['web', 'email', 'post'];

export type ReplyBy = 'email' | 'post' | 'phone';

/** What the rule of the house asks for before a letter can be answered, each as the citizen wrote it. */
export interface ContactDetails {
  name: string;
  surname: string;
  municipality: string;
  /** Official code of the municipality; null for a settlement or a place abroad. */
  municipalityCode: string | null;
  address: string;
  postalCode: string | null;
  /** ISO 3166-1, two letters. */
  country: string;
  email: string | null;
  phone: string | null;
  phoneE164: string | null;
  /** How the citizen wants the reply; null leaves it to the office. */
  replyBy: ReplyBy | null;
}

/** A letter on its way in. Details that an e-mail or a paper letter lacks are empty strings or null. */
export interface NewLetter extends ContactDetails {
  channel: Channel;
  language: Language;
  subject: string | null;
  message: string;
  /** Slug of the release that the letter is about. */
  releaseSlug: string | null;
  attachments: KeptFile[];
  /** One letter a key: the same key with the same digest answers the first result again. */
  submissionKey: string;
  submissionDigest: string;
  /** Marks for officers, for example `honeypot`, `fast`, `repeated`; they change no state. */
  suspect: string[];
  /** For a letter that came by e-mail, whom an automatic answer goes to; null: nobody. Absent: to `email`. */
  answer?: EmailAnswer | null;
  /** What only a letter on paper has. */
  paper?: Paper;
}

/** A letter on paper as the clerk found it. */
export interface Paper {
  /** The day on which it arrived; the day of its entry is the letter's own time. */
  arrivedOn: CalendarDay;
  /** The sender's own number and date, as they stand on the letter. */
  senderNumber: string | null;
  senderDate: CalendarDay | null;
  /** How many enclosures lay in the envelope; null when nobody counted. */
  enclosures: number | null;
  /** Id of an earlier letter that the clerk says the same person wrote. */
  sameAs: string | null;
  /** The clerk's account. */
  enteredBy: string;
  /** The scan of the pile that it was entered from. */
  scanId: string | null;
}

/** Whom a program answers an e-mail to, and in which thread. */
export interface EmailAnswer {
  /** The envelope sender, nobody else (RFC 3834). */
  recipient: string;
  /** Message-ID of the e-mail, with angle brackets; empty when it has no proper one. */
  messageId: string;
}

/** The result of receiving, given after COMMIT. */
export interface Received {
  id: string;
  /** `XXXX-XXXX`. */
  reference: string;
  receivedAt: Date;
  /** Whether the same submission was received before; the rest then tells of that letter. */
  repeated: boolean;
}

/** What a letter lacks before it can be answered; empty when it is answerable. */
export function missingDetails(
  letter: Pick<NewLetter, 'channel' | 'name' | 'surname' | 'municipality' | 'address' | 'email' | 'phone'>,
): ('name' | 'surname' | 'municipality' | 'address' | 'contact')[] {
  const missing: ('name' | 'surname' | 'municipality' | 'address' | 'contact')[] = [];
  for (const field of ['name', 'surname', 'municipality', 'address'] as const)
    if (letter[field].trim() === '') missing.push(field);
  // A paper letter is answered by post.
  if (!letter.email && !letter.phone && letter.channel !== 'post') missing.push('contact');
  return missing;
}
