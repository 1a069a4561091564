import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OfficeProfile } from '../../config/office-profile.js';
import { Problem } from '../problem.js';
import { asProblem } from './as-problem.js';
import { drawError } from './draw-error.js';
import { faultReference, loggable } from './fault-log.js';

/** Answers for everything that is thrown, on every route: as a problem document or as a page. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly log = new Logger('Fault');

  constructor(private readonly profile: OfficeProfile) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const known = asProblem(thrown);
    const problem = known ?? new Problem({ status: 500, code: 'fault' });
    const reference = problem.status >= 500 ? faultReference() : undefined;
    if (reference !== undefined) {
      // The route's pattern, never its address: private links stand in addresses.
      const where = `${request.method} ${request.routeOptions?.url ?? 'no route'}`;
      this.log.error(`${reference} ${problem.status} at ${where}: ${loggable(thrown)}`);
    }
    if (reply.sent || reply.raw.headersSent) {
      // Half an answer is out already: breaking the connection is the only honest end.
      reply.raw.destroy();
      return;
    }
    if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter));
    reply.header('cache-control', 'no-store').status(problem.status);
    const drawn = drawError(problem, request, this.profile, reference);
    void reply.header('content-type', drawn.type).send(drawn.body);
  }
}
