import {
  readDeliveryStatus,
  readOldBounce,
  type RecipientReport,
} from '../../../mail/reports/delivery-status.js';
import { decodeText } from './decode-text.js';
import { type MailHeader, readHeaders } from './header-words.js';
import type { MimePart } from './mime-tree.js';

/** A report on the delivery of an e-mail, as far as a program can read it. */
export interface MailReport {
  /** Empty when nothing in it says what became of the e-mail. */
  recipients: RecipientReport[];
  /** What of the returned e-mail may name it: its Message-ID and the addresses it left from. */
  returned: string;
  /** Whether it says itself that it is a report (RFC 6522); any other is believed only of a null sender. */
  isProper: boolean;
  /** Whether only a person's program tells that the e-mail was shown (RFC 8098). */
  isReceipt: boolean;
}

const STATUS = /^message\/(global-)?delivery-status$/;
const RETURNED = /^(message\/(rfc822|global)(-headers)?|text\/rfc822-headers)$/;

/** Servers of old send plain words to a bounce address; they name themselves so. */
const OLD_BOUNCE =
  /^(mail delivery (failed|failure|status)|undeliver|delivery (failure|status|problem)|failure notice|returned mail|warning: message|non remis)/i;

/** The report that a mail is; null when it is none. */
export function readReport(root: MimePart, headers: readonly MailHeader[], text: string): MailReport | null {
  const value = (name: string) => headers.find((header) => header.name === name)?.value;
  const parts = [...leavesOf(root)];
  const status = parts.filter(({ type }) => STATUS.test(type));
  const failed = value('x-failed-recipients');
  const isProper = root.type === 'multipart/report';
  const isReport = isProper || status.length > 0;
  const isOld = !isReport && (failed !== undefined || OLD_BOUNCE.test(value('subject') ?? ''));
  if (!isReport && !isOld) return null;
  // A report without a machine's part may still be told in words.
  const old = status.length === 0 ? readOldBounce(failed, text) : undefined;
  return {
    recipients: old ? [old] : status.flatMap((part) => readDeliveryStatus(decodeText(part.content, 'utf-8'))),
    isProper,
    returned: returnedOf(parts, isOld ? text : ''),
    isReceipt: parts.some(({ type }) => /^message\/(global-)?disposition-notification$/.test(type)),
  };
}

/** Enclosed messages are leaves: a report within one is somebody else's. */
function* leavesOf(part: MimePart): Generator<MimePart> {
  if (part.parts.length === 0) yield part;
  for (const child of part.parts) yield* leavesOf(child);
}

function returnedOf(parts: readonly MimePart[], text: string): string {
  const enclosed = parts.find(({ type }) => RETURNED.test(type));
  const headers = enclosed ? readHeaders(enclosed.content) : [];
  const named = headers.filter(
    ({ name }) => name === 'message-id' || name === 'return-path' || name === 'reply-to',
  );
  return [...named.map(({ raw }) => raw), text.slice(0, 20_000)].join('\n');
}
