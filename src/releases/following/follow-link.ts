import { createHmac, timingSafeEqual } from 'node:crypto';

/** `confirm`: yes, I asked; `manage`: the follower's own page; `leave`: one click ends it (RFC 8058). */
export type FollowPurpose = 'confirm' | 'manage' | 'leave';

const ID_BYTES = 16;
const MAC_BYTES = 32;

/**
 * The token of a follower's link: the subscription's id and an HMAC over id and purpose, so that none lies in the
 * database. Whoever leaves and comes back has a new id, and old links end with the old one.
 */
export function followToken(secret: string, id: string, purpose: FollowPurpose): string {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes, mac(secret, id, purpose)]).toString('base64url');
}

/** The subscription that a token names; undefined when we did not make it for this purpose. */
export function subscriptionOf(secret: string, token: string, purpose: FollowPurpose): string | undefined {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== ID_BYTES + MAC_BYTES || bytes.toString('base64url') !== token) return undefined;
  const id = bytes
    .subarray(0, ID_BYTES)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return timingSafeEqual(bytes.subarray(ID_BYTES), mac(secret, id, purpose)) ? id : undefined;
}

const mac = (secret: string, id: string, purpose: FollowPurpose): Buffer =>
  createHmac('sha256', secret).update(`follow\n${id}\n${purpose}`).digest();
