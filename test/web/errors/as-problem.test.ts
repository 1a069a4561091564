import {
  BadRequestException,
  ForbiddenException,
  InternalServerErrorException,
  NotFoundException,
} from '@nestjs/common';
import { asProblem } from '../../../src/web/errors/as-problem.js';
import { Problem } from '../../../src/web/problem.js';

const coded = (code: string, statusCode?: number, message = 'x') =>
  Object.assign(new Error(message), { code, statusCode });

test.each<[string, unknown, number | undefined]>([
  ['a problem of ours', new Problem({ status: 409, code: 'stale' }), 409],
  ['an absent route', new NotFoundException(), 404],
  ['a refused account', new ForbiddenException(), 403],
  ['a body that is too large', coded('FST_ERR_CTP_BODY_TOO_LARGE', 413), 413],
  ['a file that is too large', coded('FST_REQ_FILE_TOO_LARGE', 413), 413],
  ['an unknown content type', coded('FST_ERR_CTP_INVALID_MEDIA_TYPE', 415), 415],
  ['a form that is not multipart', coded('FST_INVALID_MULTIPART_CONTENT_TYPE', 406), 415],
  ['a multipart body that breaks off', new Error('Unexpected end of multipart data'), 400],
  ['an address that is no address', coded('FST_ERR_BAD_URL', 400), 400],
  ['PostgreSQL refusing connections', coded('ECONNREFUSED'), 503],
  [
    'PostgreSQL shutting down, inside a failed query',
    Object.assign(new Error('q'), { driverError: coded('57P01') }),
    503,
  ],
  ['a full disk', coded('ENOSPC'), 503],
  ['every address of a host refused', new AggregateError([coded('ECONNREFUSED')]), 503],
  ['a connection lost in the middle', new Error('Connection terminated unexpectedly'), 503],
  ['a mistake in our code', new TypeError('x is undefined'), undefined],
  ['a constraint that failed', coded('23505'), undefined],
  ['a fault that Nest names', new InternalServerErrorException(), undefined],
  ['a fault of Fastify', coded('FST_ERR_REP_INVALID_PAYLOAD_TYPE', 500), undefined],
  ['a thrown word', 'oops', undefined],
])('%s', (_, thrown, status) => {
  expect(asProblem(thrown)?.status).toBe(status);
});

test("a validation pipe's list becomes errors with their fields", () => {
  const thrown = new BadRequestException(['surname should not be empty', 'property age should not exist']);
  expect(asProblem(thrown)).toMatchObject({
    status: 422,
    extra: { errors: [{ field: 'surname' }, { field: 'age' }] },
  });
});
