import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '../../staff/account.js';

/** A posted form of a letter's page: who sends it, for which letter, beside which list. */
export interface AskedAction {
  account: SignedIn;
  reference: string;
  query: Record<string, unknown>;
  body: unknown;
}

export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): AskedAction => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { reference } = request.params as { reference: string };
  return {
    account: request.signedIn!,
    reference,
    query: request.query as Record<string, unknown>,
    body: request.body,
  };
});
