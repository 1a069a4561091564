import { HttpException } from '@nestjs/common';
import { Problem } from '../problem.js';
import { isUnavailable } from './unavailable.js';

/** Every thrown thing as a problem; undefined when it is a fault of ours that nobody foresaw. */
export function asProblem(thrown: unknown): Problem | undefined {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof HttpException) return fromNest(thrown);
  if (isUnavailable(thrown)) return new Problem({ status: 503, code: 'unavailable', retryAfter: 30 });
  return fromFastify(thrown);
}

/** Codes for statuses that frameworks answer by themselves. */
const CODES: Record<number, string> = {
  400: 'bad-request',
  401: 'not-signed-in',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  406: 'not-acceptable',
  408: 'timeout',
  413: 'too-large',
  414: 'address-too-long',
  415: 'unsupported-media-type',
  422: 'invalid',
  429: 'too-many-requests',
  503: 'unavailable',
};

function fromNest(thrown: HttpException): Problem | undefined {
  const status = thrown.getStatus();
  const messages = validationMessages(thrown);
  if (messages)
    return new Problem({ status: 422, code: 'invalid', extra: { errors: messages.map(asFieldError) } });
  if (status >= 500 && status !== 503) return undefined;
  return new Problem({ status, code: CODES[status] ?? 'refused' });
}

/** The list that Nest's ValidationPipe throws unless a route has its own way of saying it. */
function validationMessages(thrown: HttpException): string[] | undefined {
  const body = thrown.getResponse() as { message?: unknown };
  return Array.isArray(body.message) ? body.message.map(String) : undefined;
}

/** class-validator's own sentences begin with the property's name ("name must be …", "property x should not …"). */
function asFieldError(message: string) {
  const field = /^(?:property )?([\w.]+) /.exec(message)?.[1];
  return { field: field ?? null, code: 'invalid', message };
}

/** Fastify and its plugins (FST_…), and bodies that break off in the middle. */
function fromFastify(thrown: unknown): Problem | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code, statusCode } = thrown as Error & { code?: string; statusCode?: number };
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new Problem({ status: 415, code: CODES[415]! });
  if (/^(Unexpected end of (form|multipart data)|Multipart: |Malformed )/.test(thrown.message))
    return new Problem({ status: 400, code: 'broken-multipart' });
  if (!code?.startsWith('FST_') || statusCode === undefined || statusCode >= 500) {
    return code === 'FST_ERR_HANDLER_TIMEOUT' ? new Problem({ status: 503, code: 'unavailable' }) : undefined;
  }
  return new Problem({ status: statusCode, code: CODES[statusCode] ?? 'refused' });
}
