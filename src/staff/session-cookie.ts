import { fastifyCookie } from '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import { isOpaqueId } from './opaque-id.js';

const NAME = 'pismo_session';

/** The opaque id in a `Cookie` header, if there is one that could be a session's. */
export function sessionIdIn(cookieHeader: string | undefined): string | undefined {
  const id = cookieHeader === undefined ? undefined : fastifyCookie.parse(cookieHeader)[NAME];
  return isOpaqueId(id) ? id : undefined;
}

/** No Max-Age: the browser forgets it when it closes, the database after the idle time. */
export function giveCookie(reply: FastifyReply, id: string, publicUrl: string): void {
  void reply.header('set-cookie', fastifyCookie.serialize(NAME, id, attributes(publicUrl)));
}

export function takeCookie(reply: FastifyReply, publicUrl: string): void {
  void reply.header('set-cookie', fastifyCookie.serialize(NAME, '', { ...attributes(publicUrl), maxAge: 0 }));
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: publicUrl.startsWith('https:') } as const;
}
