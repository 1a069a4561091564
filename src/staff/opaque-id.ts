import { createHash, randomBytes } from 'node:crypto';

/** A new unguessable id for a cookie or a link: 256 random bits, 43 characters of base64url. */
export function newOpaqueId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps in place of an opaque id, so that a read of the database opens no session. */
export function digestOf(opaqueId: string): Buffer {
  return createHash('sha256').update(opaqueId).digest();
}

/** Whether the text can be an opaque id at all; anything else is not worth a query. */
export function isOpaqueId(text: string | undefined): text is string {
  return text !== undefined && /^[\w-]{43}$/.test(text);
}
