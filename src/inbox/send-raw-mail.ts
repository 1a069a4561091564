import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { asAttachment } from '../web/content-disposition.js';

/** A mail as it came, to be saved: the browser must make nothing of it. The caller has authorised it. */
export function sendRawMail(
  reply: FastifyReply,
  { name, size, raw }: { name: string; size: number; raw: Readable },
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
    .send(raw);
}
