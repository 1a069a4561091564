import { addressesIn } from '../../mail/email-address.js';
import type { Sender } from '../../mail/sender.js';
import { tokenOfAddress, tokensOfMessageIds } from '../../mail/reports/tokens.js';
import type { InboundEmail } from './inbound-email.entity.js';
import type { ReadMail } from './reading/read-mail.js';

/** Where the office's own address may stand in a mail that answers one of ours. */
const ADDRESSED = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];

/**
 * The unguessable tokens of ours that a mail carries, the surest first: the address that it came to, the e-mail that a
 * report returns, the one that it answers, the thread. A number in the subject is no token: whoever quotes it must not
 * join somebody's letter.
 */
export function tokensOf(
  { envelope_recipient }: Pick<InboundEmail, 'envelope_recipient'>,
  { headers, report }: Pick<ReadMail, 'headers' | 'report'>,
  { own, domain }: Pick<Sender, 'own' | 'domain'>,
): string[] {
  const values = (names: readonly string[]) =>
    headers.filter(({ name }) => names.includes(name)).map(({ value }) => value);
  const inAddresses = (texts: string[]) =>
    texts.flatMap(addressesIn).flatMap((address) => tokenOfAddress(address, own) ?? []);
  const found = [
    ...inAddresses([envelope_recipient]),
    ...(report === null
      ? []
      : [...tokensOfMessageIds(report.returned, domain), ...inAddresses([report.returned])]),
    ...values(['in-reply-to']).flatMap((value) => tokensOfMessageIds(value, domain)),
    ...values(['references']).flatMap((value) => tokensOfMessageIds(value, domain)),
    ...inAddresses(values(ADDRESSED)),
  ];
  return [...new Set(found)].slice(0, MOST_TOKENS);
}

const MOST_TOKENS = 50;
