import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

/** The token that a session's forms carry: nobody without the secret key can make it for another's session. */
export function csrfToken(secretKey: string, sessionId: string): string {
  return createHmac('sha256', secretKey).update(`csrf:${sessionId}`).digest('base64url');
}

/**
 * Whether the request carries the token, in the `x-csrf-token` header or in the form's `_csrf` field. The fields of a
 * form with files are read only after this is asked, so such a form carries it in its address, which no log keeps.
 */
export function carriesToken(request: FastifyRequest, token: string): boolean {
  const isMultipart = request.headers['content-type']?.startsWith('multipart/form-data') ?? false;
  const sent = isMultipart ? fieldOf(request.query) : fieldOf(request.body);
  const given = Buffer.from(request.headers['x-csrf-token']?.toString() ?? sent);
  const expected = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A parsed multipart form holds its fields as `{ value }`, a plain form as text. */
function fieldOf(body: unknown): string {
  const field: unknown = (body as { _csrf?: unknown } | null | undefined)?._csrf;
  const value: unknown =
    typeof field === 'object' && field !== null ? (field as { value?: unknown }).value : field;
  return typeof value === 'string' ? value : '';
}

/**
 * Whether a browser says that one of our own pages sent it. `Sec-Fetch-Site` decides where it is sent (never on
 * plain HTTP), `Origin` elsewhere; a program that sends neither has no cookie to be misused.
 */
export function fromOwnPage(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && [new URL(publicUrl).host, host].includes(new URL(origin).host);
}
