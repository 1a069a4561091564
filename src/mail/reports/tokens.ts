import { addressKey, domainOf, isOwnAddress } from '../email-address.js';

/** As `OutgoingEmails` draws them. */
const TOKEN = '[0-9a-f]{32}';
const TAG = new RegExp(`\\+[br]\\.(${TOKEN})@`);
const MESSAGE_ID = new RegExp(`<(${TOKEN})@([^<>@\\s]+)>`, 'g');
/** A thread may be long; ours is among its last. */
const MOST_IDS = 50;

/** The token in one of our tagged addresses. */
export function tokenOfAddress(address: string, own: readonly string[]): string | undefined {
  return isOwnAddress(address, own) ? TAG.exec(addressKey(address))?.[1] : undefined;
}

/** The tokens in Message-IDs of ours, as `References` and the like list them, the last first. */
export function tokensOfMessageIds(header: string, domain: string): string[] {
  return [...header.toLowerCase().matchAll(MESSAGE_ID)]
    .filter(([, , host]) => host === domainOf(`@${domain}`))
    .map(([, token]) => token!)
    .reverse()
    .slice(0, MOST_IDS);
}
