import type { FastifyReply } from 'fastify';
import { isOpaqueId } from './opaque-id.js';

const NAME = 'pismo_session';

/** The opaque id in a `Cookie` header, if there is one that could be a session's. */
export function sessionIdIn(cookieHeader: string | undefined): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.map(([name, value]) => (name === NAME ? value : undefined)).find(isOpaqueId);
}

/** No Max-Age: the browser forgets it when it closes, the database after the idle time. */
export function giveCookie(reply: FastifyReply, id: string, publicUrl: string): void {
  void reply.header('set-cookie', `${NAME}=${id}; ${attributes(publicUrl)}`);
}

export function takeCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.header('set-cookie', `${NAME}=; Max-Age=0; ${attributes(publicUrl)}`);
}

function attributes(publicUrl: string): string {
  return `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`;
}
