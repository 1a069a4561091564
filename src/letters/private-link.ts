import { createHmac, timingSafeEqual } from 'node:crypto';

/** `letter`: the writer's own page; `receipt`: the page after sending. */
export type LinkPurpose = 'letter' | 'receipt';

const ID_BYTES = 16;
const MAC_BYTES = 32;

/**
 * The token of a private link: the letter's id and an HMAC over id, purpose and generation. It can be made
 * again at any time, so none lies in the database; raising the letter's generation revokes those made before.
 */
export function privateToken(
  secret: string,
  letterId: string,
  purpose: LinkPurpose,
  generation: number,
): string {
  const id = Buffer.from(letterId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, mac(secret, letterId, purpose, generation)]).toString('base64url');
}

/** The letter that a token names, not yet checked: nobody is told anything before {@link isPrivateToken}. */
export function letterIdOf(token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
  return bytes
    .subarray(0, ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Whether the token was made by us for this purpose and is not revoked; compared in constant time. */
export function isPrivateToken(
  secret: string,
  token: string,
  purpose: LinkPurpose,
  generation: number,
): boolean {
  const letterId = letterIdOf(token);
  if (letterId === undefined) return false;
  const given = Buffer.from(token, 'base64url').subarray(ID_BYTES);
  return timingSafeEqual(given, mac(secret, letterId, purpose, generation));
}

function mac(secret: string, letterId: string, purpose: LinkPurpose, generation: number): Buffer {
  return createHmac('sha256', secret).update(`${letterId}\n${purpose}\n${generation}`).digest();
}
