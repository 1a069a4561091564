import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { readReference } from '../../letters/reference.js';
import type { SignedIn } from '../../staff/account.js';
import { notFound } from '../../web/problem.js';

/** A posted form of a letter's page: who sends it, for which letter, beside which list. */
export interface AskedAction {
  account: SignedIn;
  reference: string;
  query: Record<string, unknown>;
  body: unknown;
}

export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): AskedAction => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const reference = readReference((request.params as { reference: string }).reference);
  if (reference === undefined) throw notFound();
  return {
    account: request.signedIn!,
    reference,
    query: request.query as Record<string, unknown>,
    body: request.body,
  };
});
