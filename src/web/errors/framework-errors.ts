import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { OfficeProfile } from '../../config/office-profile.js';
import { Problem } from '../problem.js';
import { contentSecurityPolicy } from '../security-headers.js';
import { asProblem } from './as-problem.js';
import { drawError } from './draw-error.js';

/**
 * Answers to addresses that Fastify refuses before any hook or filter has a say, such as `/%zz`: for the
 * adapter's option `frameworkErrors`. The policy is set here, since the root hook did not run.
 */
export const frameworkErrors =
  (profile: OfficeProfile) =>
  (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = asProblem(error) ?? new Problem({ status: 400, code: 'bad-request' });
    const drawn = drawError(problem, request, profile);
    void reply
      .status(problem.status)
      .headers({
        'content-type': drawn.type,
        'content-security-policy': contentSecurityPolicy(),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      })
      .send(drawn.body);
  };
