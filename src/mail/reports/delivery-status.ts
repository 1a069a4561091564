import { isDeadAddress } from '../dead-address.js';
import type { EmailReport } from '../outgoing-email.entity.js';

/** What a server says of one recipient of an e-mail (RFC 3464). */
export interface RecipientReport {
  outcome: EmailReport;
  /** In lower case, as first named; empty when it names none. */
  recipient: string;
  /** Status and diagnosis in one line, for officers. */
  reason: string;
  /** Whether the address itself is dead. */
  isHard: boolean;
}

const LONGEST_REASON = 400;
const MOST_RECIPIENTS = 100;

/** Reads the machine's part of a delivery report; empty when it says nothing of any recipient. */
export function readDeliveryStatus(part: string): RecipientReport[] {
  return part
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .map(reportOf)
    .filter((report) => report !== undefined)
    .slice(0, MOST_RECIPIENTS);
}

function fieldsOf(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([\w-]+)[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    if (name !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value!.trim());
  }
  return fields;
}

function reportOf(fields: ReadonlyMap<string, string>): RecipientReport | undefined {
  const status = /\b([245])\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0];
  const outcome = outcomeOf(
    fields
      .get('action')
      ?.toLowerCase()
      .split(/[\s(;]/)[0],
    status,
  );
  if (outcome === undefined) return undefined;
  const diagnosis = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+\s*;\s*/, '');
  return {
    outcome,
    recipient: addressOf(fields.get('original-recipient')) || addressOf(fields.get('final-recipient')),
    reason: oneLine(`${status ?? ''} ${diagnosis}`),
    isHard: outcome === 'failed' && isHard(status, diagnosis),
  };
}

/**
 * Any 2.x.x is success (mail.md). A server that says `failed` has given up, even with the temporary code that it met
 * last; without that word a temporary code, and a full mailbox, is a delay.
 */
function outcomeOf(action: string | undefined, status: string | undefined): EmailReport | undefined {
  if (status?.startsWith('2')) return 'delivered';
  if (action === 'failed') return 'failed';
  if (action === 'delayed') return 'delayed';
  if (action !== undefined && ['delivered', 'relayed', 'expanded'].includes(action)) return 'delivered';
  if (status === undefined) return undefined;
  return status.startsWith('5') && status !== '5.2.2' ? 'failed' : 'delayed';
}

/** A code that says nothing (5.0.0, as Exim's) leaves it to what the other server answered. */
function isHard(status: string | undefined, diagnosis: string): boolean {
  if (status === '5.4.4') return true;
  if (status !== undefined && status !== '5.0.0') return isDeadAddress('', 0, status);
  const code = Number(/\b([45]\d\d)\b/.exec(diagnosis)?.[1] ?? 0);
  return isDeadAddress('RCPT TO', code, diagnosis);
}

/** A line that holds an SMTP answer, or qmail's code in brackets. */
const SERVERS_ANSWER =
  /^(?:.*(?:\bsaid|[>)\]]|\bDATA|\berror)[: \t][ \t]*|[ \t]*)[45]\d\d[ -].*$|^.*\(#[45]\.\d{1,3}\.\d{1,3}\).*$/m;

/**
 * Reads what servers without RFC 3464 send: Exim of old names the recipients in a header, qmail quotes the answer.
 * Undefined when nothing in it says how it ended.
 */
export function readOldBounce(
  failedRecipients: string | undefined,
  text: string,
): RecipientReport | undefined {
  const answer = SERVERS_ANSWER.exec(text.slice(0, 20_000))?.[0];
  if (failedRecipients === undefined && answer === undefined) return undefined;
  const status = /\b[45]\.\d{1,3}\.\d{1,3}\b/.exec(answer ?? '')?.[0];
  const isTemporary = status?.startsWith('4') ?? /\b4\d\d[ -]/.test(answer ?? '');
  // Only a list of failed recipients says that the server has given up on them for certain.
  if (isTemporary && failedRecipients === undefined)
    return { outcome: 'delayed', recipient: '', reason: oneLine(answer ?? ''), isHard: false };
  return {
    outcome: 'failed',
    recipient: (failedRecipients ?? '').split(',')[0]!.trim().toLowerCase(),
    reason: oneLine(answer ?? ''),
    isHard: isHard(status, answer ?? ''),
  };
}

const addressOf = (field = '') =>
  field
    .replace(/^[\w-]+\s*;\s*/, '')
    .replace(/^<(.*)>$/, '$1')
    .toLowerCase();

const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_REASON)
    .toWellFormed();
