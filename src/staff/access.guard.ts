import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../config/environment.js';
import { ACCESS, type AccessLevel } from '../web/access.js';
import { paths } from '../web/paths.js';
import { Problem } from '../web/problem.js';
import { accessTexts } from './access.texts.js';
import type { SignedIn } from './account.js';
import { carriesToken, fromOwnPage } from './csrf.js';
import { ownPath } from './own-path.js';
import { SessionService } from './session.service.js';

/** The one door of every route: deny by default, then session, role, and proof that our own page asks. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
    private readonly environment: Environment,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const level = this.reflector.getAllAndOverride<AccessLevel | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (level === 'public') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    // After sign-out, Back shows nothing that the office had on the screen.
    void reply.header('cache-control', 'no-store');

    const signedIn = await this.sessions.accountFromCookie(request.headers.cookie);
    if (!signedIn) throw signInFirst(request, reply);
    request.signedIn = signedIn;
    if (level !== 'account' && !level?.some((role) => signedIn.roles.includes(role)))
      throw new Problem({ status: 403, code: 'forbidden' });
    if (!isSafe(request) && !this.isOurForm(request, signedIn))
      throw new Problem({
        status: 403,
        code: 'foreign-form',
        detail: accessTexts[signedIn.language].foreignForm,
      });
    return true;
  }

  private isOurForm(request: FastifyRequest, { csrfToken }: SignedIn): boolean {
    return fromOwnPage(request, this.environment.publicUrl) && carriesToken(request, csrfToken);
  }
}

const isSafe = ({ method }: FastifyRequest) => method === 'GET' || method === 'HEAD' || method === 'OPTIONS';

/** Pages lead to sign-in and back; whatever changes something says that nothing was changed. */
function signInFirst(request: FastifyRequest, reply: FastifyReply): Error {
  if (!isSafe(request))
    return new Problem({ status: 401, code: 'not-signed-in', detail: accessTexts['sr-Cyrl'].signedOut });
  const next = ownPath(request.url);
  void reply.header('location', next ? `${paths.signIn}?next=${encodeURIComponent(next)}` : paths.signIn);
  return new Problem({ status: 303, code: 'sign-in-first' });
}
