import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../script/texts.js';
import type { Role } from '../web/access.js';

/** Who asks: the account behind a request that passed the guard with an access level other than public. */
export interface SignedIn {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** Code of a unit of the office profile. */
  unit: string | null;
  /** Language and script of the officers' pages. */
  language: Language;
  /** Goes into the `_csrf` field of every form, or into the `x-csrf-token` header. */
  csrfToken: string;
  /** SHA-256 of the session's id in hex: names the session, opens nothing. */
  sessionId: string;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; absent on public routes. */
    signedIn?: SignedIn;
  }
}

/** The signed-in account, as a parameter of a handler whose access level is not public. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!signedIn)
    throw new Error('@CurrentAccount() on a public route: declare an access level that signs in.');
  return signedIn;
});
