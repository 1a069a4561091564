import { createHash, randomUUID } from 'node:crypto';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import { StorageUnavailable } from '../../files/file-refused.js';
import { SubmissionKeyReused } from '../../letters/letters.refused.js';
import { privateToken } from '../../letters/private-link.js';
import type { Received } from '../../letters/new-letter.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { Problem } from '../../web/problem.js';
import { SubmissionService } from '../submission.service.js';
import { ApiReader } from './api-reader.js';
import { apiLanguage } from './api-language.js';
import { DescribeReceiving } from './letters.openapi.js';
import { fieldProblems, invalid, tooMany, unavailable } from './api-problems.js';

/** 1–200 visible ASCII characters (draft-ietf-httpapi-idempotency-key-header takes any string; this keeps it sane). */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** Letters from other programs: JSON, or multipart when there are attachments. */
@Controller('api/v1/letters')
export class ApiLettersController {
  constructor(
    private readonly environment: Environment,
    private readonly reader: ApiReader,
    private readonly submissions: SubmissionService,
  ) {}

  @Post()
  @Access('public')
  @DescribeReceiving()
  async receive(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const wait = await this.submissions.limit.wait(request.ip);
    if (wait > 0) throw tooMany(wait);
    const key = idempotencyKey(request);
    const { fields, attachments, errors: fileErrors } = await this.reader.read(request);
    const { dto, errors: fieldErrors, releaseExists } = await this.submissions.check(fields);
    const errors = [...fieldErrors, ...fileErrors];
    if (dto.release !== undefined && !releaseExists && errors.every(({ field }) => field !== 'release'))
      errors.push({ field: 'release', code: 'unknown-release' });
    const language = apiLanguage(request, fields.language);
    if (errors.length > 0) throw invalid(fieldProblems(errors, language));

    dto.language ??= 'sr-Cyrl';
    const received = await this.#receive(request, { dto, attachments, key, marks: [] });
    const statusUrl = this.environment.publicUrl + paths.letter(dto.language, this.#tokenOf(received));
    await reply
      .status(201)
      .header('location', statusUrl)
      .header('cache-control', 'no-store')
      .send({ reference: received.reference, receivedAt: received.receivedAt.toISOString(), statusUrl });
  }

  async #receive(
    request: FastifyRequest,
    submission: Parameters<SubmissionService['receive']>[1],
  ): Promise<Received> {
    try {
      return await this.submissions.receive(request.ip, submission);
    } catch (error) {
      if (error instanceof StorageUnavailable) throw unavailable();
      if (error instanceof SubmissionKeyReused)
        throw new Problem({
          status: 422,
          code: 'submission-key-reused',
          title: 'This Idempotency-Key was used for another letter',
          detail: 'Send the same body with the same key, or give a new letter a new key.',
        });
      throw error;
    }
  }

  #tokenOf(received: Received): string {
    return privateToken(secretKey(this.environment), received.id, 'letter', 0);
  }
}

/** The client's key, hashed since it is kept; without one every request is its own letter. */
function idempotencyKey(request: FastifyRequest): string {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return `api:${randomUUID()}`;
  if (typeof given !== 'string' || !IDEMPOTENCY_KEY.test(given))
    throw new Problem({
      status: 400,
      code: 'bad-idempotency-key',
      title: 'Idempotency-Key cannot be used',
      detail: 'Give 1 to 200 visible ASCII characters, for example a UUID.',
    });
  return `api:${createHash('sha256').update(given).digest('base64url')}`;
}
