import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { KeptFile } from '../../files/kept-file.js';
import { Problem } from '../../web/problem.js';
import { FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import type { RawFields } from '../submission.checks.js';
import type { FieldError } from '../submission.texts.js';
import { unavailable } from './api-problems.js';

export interface ApiSubmission {
  fields: RawFields;
  attachments: KeptFile[];
  errors: FieldError[];
}

/** Reads what programs send: JSON, or multipart with the same names. */
@Injectable()
export class ApiReader {
  constructor(private readonly reader: FormReader) {}

  /** Throws {@link Problem}: 415 for another content type, 400 for a body that is not an object or breaks off. */
  async read(request: FastifyRequest): Promise<ApiSubmission> {
    const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
    if (type === 'application/json') return { ...objectOf(request.body), attachments: [] };
    if (type !== 'multipart/form-data')
      throw new Problem({
        status: 415,
        code: 'unsupported-media-type',
        detail: 'Send application/json, or multipart/form-data when there are attachments.',
      });
    const { fields, attachments, errors, isBroken, isStorageDown } = await this.reader.read(
      request,
      MOST_ATTACHMENTS,
    );
    if (isBroken)
      throw new Problem({
        status: 400,
        code: 'broken-multipart',
        detail: 'The multipart body is broken or cut short.',
      });
    if (isStorageDown) throw unavailable();
    return { fields, attachments, errors };
  }
}

function objectOf(body: unknown): { fields: RawFields; errors: FieldError[] } {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new Problem({ status: 400, code: 'not-an-object', detail: 'The body must be one JSON object.' });
  const { attachments, ...fields } = body as RawFields;
  const hasFiles = attachments !== undefined && attachments !== null;
  return { fields, errors: hasFiles ? [{ field: 'attachments', code: 'not-a-file' }] : [] };
}
