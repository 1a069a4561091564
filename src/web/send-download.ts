import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { asAttachment } from './content-disposition.js';

/**
 * What a stranger sent, to be saved under its own name: the browser must make nothing of it, and its own policy allows
 * nothing. The caller has authorised it.
 */
export function sendDownload(
  reply: FastifyReply,
  { name, size, content }: { name: string; size: number; content: Readable },
): FastifyReply {
  return reply
    .headers({
      'content-type': 'application/octet-stream',
      'content-length': size,
      'content-disposition': asAttachment(name),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'no-store',
    })
    .send(content);
}
