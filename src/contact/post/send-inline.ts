import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { asAttachment } from '../../web/content-disposition.js';

/** What browsers show by themselves, and nothing in it can run. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png'];

/** A file for the clerk's own eyes: shown in the browser where that is harmless, else saved; nothing of it stays behind. */
export const sendInline = (
  reply: FastifyReply,
  { mediaType, name }: { mediaType: string; name: string },
  content: Readable,
) =>
  reply
    .headers({
      'content-type': mediaType,
      'content-disposition': SHOWN.includes(mediaType) ? 'inline' : asAttachment(name),
      'cache-control': 'no-store',
    })
    .send(content);
