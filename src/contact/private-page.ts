import type { FastifyReply } from 'fastify';

/** Headers of a page that only its reader may find: not kept, not indexed, and its address told to nobody. */
export function asPrivate(reply: FastifyReply): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('content-type', 'text/html; charset=utf-8');
}
