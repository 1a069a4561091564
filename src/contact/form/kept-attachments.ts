import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeptFile } from '../../files/kept-file.js';

/** A file that was taken, as the form carries it until the letter is sent: nobody can name a file that they did not send. */
export function attachmentToken(secret: string, { sha256, size, mediaType, name }: KeptFile): string {
  const body = Buffer.from(JSON.stringify([sha256, size, mediaType, name])).toString('base64url');
  return `${body}.${sign(secret, body)}`;
}

/** The file behind a token; undefined when it is not ours. */
export function readAttachmentToken(secret: string, token: string): KeptFile | undefined {
  const [body = '', signature = ''] = token.split('.', 2);
  const expected = Buffer.from(sign(secret, body));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [sha256, size, mediaType, name] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
    string,
    number,
    string,
    string,
  ];
  return { sha256, size, mediaType, name };
}

const sign = (secret: string, body: string) =>
  createHmac('sha256', secret).update(`kept-attachment\0${body}`).digest('base64url');
