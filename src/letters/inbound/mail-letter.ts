import type { KeptFile } from '../../files/kept-file.js';
import { addressKey, isStrictAddress } from '../../mail/email-address.js';
import type { EmailAnswer, NewLetter } from '../new-letter.js';
import type { InboundEmail } from './inbound-email.entity.js';
import type { Mailbox } from './reading/mailbox-header.js';
import type { ReadMail } from './reading/read-mail.js';
import { writingLanguage } from './writing-language.js';

export const LONGEST_SUBJECT = 200;

/** The letter that a mail is. Contact details are taken only where the mail says them beyond doubt; the rest is asked for. */
export function letterOfMail(
  { id, sha256, envelope_sender }: Pick<InboundEmail, 'id' | 'sha256' | 'envelope_sender'>,
  mail: ReadMail,
  attachments: KeptFile[],
  answer: EmailAnswer | null,
): NewLetter {
  return {
    channel: 'email',
    language: writingLanguage(`${mail.subject}\n${mail.text}`),
    ...personOf(mail.from),
    municipality: '',
    municipalityCode: null,
    address: '',
    postalCode: null,
    country: 'RS',
    email:
      [mail.from?.address, envelope_sender].find((address) => address && isStrictAddress(address)) ?? null,
    phone: null,
    phoneE164: null,
    replyBy: null,
    subject: cut(mail.subject, LONGEST_SUBJECT) || null,
    message: mail.text,
    releaseSlug: null,
    attachments,
    submissionKey: `email:${id}`,
    submissionDigest: sha256,
    suspect: [],
    answer,
  };
}

/** One word of a name: a capital, then letters; two may be joined by a hyphen. */
const NAME = /^\p{Lu}[\p{L}'’]+(-\p{Lu}[\p{L}'’]+)?$/u;

/** Name and surname from how a sender calls himself, when those are two words that can be nothing else. */
export function personOf(from: Mailbox | null): { name: string; surname: string } {
  const none = { name: '', surname: '' };
  if (from === null || addressKey(from.name) === addressKey(from.address)) return none;
  const reversed = /^([^,]+), ([^,]+)$/.exec(from.name);
  const words = reversed ? [reversed[2]!, reversed[1]!] : from.name.split(' ');
  if (words.length !== 2 || !words.every((word) => NAME.test(word) && word.length <= 50)) return none;
  return { name: words[0]!, surname: words[1]! };
}

/** With a mark where it was longer. */
export function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length <= longest ? text : `${characters.slice(0, longest - 1).join('')}…`;
}
