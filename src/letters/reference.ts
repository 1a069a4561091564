import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a code read aloud or copied by hand is not mistaken. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new public code, `XXXX-XXXX`: 40 random bits. */
export function newReference(): string {
  const chars = [...randomBytes(8)].map((byte) => ALPHABET[byte & 31]);
  return `${chars.slice(0, 4).join('')}-${chars.slice(4).join('')}`;
}

/**
 * What a person typed, as a reference: any case, with or without the dash, O for 0 and I or L for 1, as
 * Crockford's rules allow. Undefined when it cannot be one.
 */
export function readReference(typed: string): string | undefined {
  const chars = typed
    .toUpperCase()
    .replace(/[\s\-–—]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(chars) ? `${chars.slice(0, 4)}-${chars.slice(4)}` : undefined;
}
