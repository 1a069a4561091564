import { createHmac, timingSafeEqual } from 'node:crypto';

const ID_BYTES = 16;
const MAC_BYTES = 32;

/** The token of a private link: its id and an HMAC over it, so that the office can show it again and nobody guesses it. */
export function embargoToken(secret: string, linkId: string): string {
  return Buffer.concat([bytesOf(linkId), mac(secret, linkId)]).toString('base64url');
}

/** The link that a token names; undefined when we did not make it. Compared in constant time. */
export function linkIdOf(secret: string, token: string): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
  const id = bytes
    .subarray(0, ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(ID_BYTES), mac(secret, id)) ? id : undefined;
}

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const mac = (secret: string, id: string) => createHmac('sha256', secret).update(`embargo\n${id}`).digest();
