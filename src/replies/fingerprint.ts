import { createHash } from 'node:crypto';
import type { ReplyContent } from './reply.js';

/** Raised when what is hashed changes, so that no approval given under other rules holds. */
const FORMAT = 1;

/**
 * The bytes that an approval binds to: recipient, subject, text and attachments, in one fixed form. The dispatcher
 * sends what these bytes say, read back by {@link contentOf}, and nothing else.
 */
export function canonicalBytes(content: ReplyContent): Buffer {
  const { route, recipient, salutation, subject, body, language, attachments } = content;
  const files = attachments.map(({ sha256, name, mediaType, size }) => [sha256, name, mediaType, size]);
  return Buffer.from(
    JSON.stringify([FORMAT, route, recipient, salutation, subject, body, language, files]),
    'utf8',
  );
}

/** The content that canonical bytes say. Throws on bytes that `canonicalBytes` did not make. */
export function contentOf(bytes: Buffer): ReplyContent {
  const [format, route, recipient, salutation, subject, body, language, files] = JSON.parse(
    bytes.toString('utf8'),
  ) as [number, ...string[], [string, string, string, number][]];
  if (format !== FORMAT) throw new Error('The approved bytes have a form that this version does not read.');
  const attachments = (files as unknown as [string, string, string, number][]).map(
    ([sha256, name, mediaType, size]) => ({ sha256, name, mediaType, size }),
  );
  return { route, recipient, salutation, subject, body, language, attachments } as unknown as ReplyContent;
}

export const fingerprintOf = (content: ReplyContent): string => hashOf(canonicalBytes(content));

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The fingerprint as people compare it: `B81D-04E7`. */
export const shortPrint = (fingerprint: string): string =>
  `${fingerprint.slice(0, 4)}-${fingerprint.slice(4, 8)}`.toUpperCase();
