import { addressesIn, isOwnAddress } from '../../../mail/email-address.js';
import type { MailEnvelope } from '../../../letters/inbound/inbound.queries.js';

/** The header fields that the envelope of a mail in a mailbox is read from. */
export const ENVELOPE_FIELDS = [
  ...['return-path', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to', 'cc'],
];

/**
 * From and to whom a mail in a mailbox was sent: a mailbox keeps no envelope, but the server that delivered it wrote
 * the sender on top (RFC 5321, section 4.4) and mostly the recipient, too. Without the sender the mail is kept as one
 * that nobody may answer; without one of our addresses it came to `mailbox`.
 */
export function mailboxEnvelope(
  headers: Buffer,
  { own, mailbox }: { own: readonly string[]; mailbox: string },
): MailEnvelope {
  const fields = unfolded(headers);
  const values = (name: string) => fields.filter((field) => field.name === name).map(({ value }) => value);
  const sender = /^<([^<>]*)>/.exec(values('return-path')[0] ?? '')?.[1] ?? '';
  const recipient = ENVELOPE_FIELDS.slice(1)
    .flatMap(values)
    .flatMap(addressesIn)
    .find((address) => isOwnAddress(address, own));
  return { sender, recipients: [(recipient ?? mailbox).toLowerCase()] };
}

function unfolded(headers: Buffer): { name: string; value: string }[] {
  return headers
    .toString('latin1')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .map((line) => ({ colon: line.indexOf(':'), line }))
    .filter(({ colon }) => colon > 0)
    .map(({ colon, line }) => ({
      name: line.slice(0, colon).trim().toLowerCase(),
      value: line.slice(colon + 1).trim(),
    }));
}
