import { type Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { displayName } from '../files/file-name.js';
import { FileRefused, StorageUnavailable } from '../files/file-refused.js';
import { FilesService } from '../files/files.service.js';
import type { KeptFile } from '../files/kept-file.js';
import { Problem } from '../web/problem.js';
import type { RawFields } from './submission.checks.js';
import type { FieldError } from './submission.texts.js';

export const MOST_ATTACHMENTS = 5;
export const ATTACHMENT_BYTES = 10 * 1024 * 1024;

/** More than this is not read at all: five attachments fit four times over. */
const BODY_BYTES = 200 * 1024 * 1024;

/** Files above the limit are still read to their end, so that the words beside them are not lost. */
const LIMITS = {
  fieldNameSize: 100,
  fieldSize: 512 * 1024,
  fields: 60,
  fileSize: BODY_BYTES,
  files: 40,
  parts: 100,
  headerPairs: 50,
};

/** A form as far as it arrived. */
export interface ArrivedForm {
  /** A repeated field is a list. Multipart and urlencoded bodies give nothing but strings. */
  fields: RawFields;
  attachments: KeptFile[];
  /** What was wrong with attachments and with parts that are no form's. */
  errors: FieldError[];
  /** The body broke off or was no form: `fields` holds what came before. */
  isBroken: boolean;
  /** A file could not be stored, though nothing is wrong with it. */
  isStorageDown: boolean;
  /** Some file arrived, kept or not. */
  hadFiles: boolean;
}

/** Reads forms, multipart (streamed) and urlencoded. */
@Injectable()
export class FormReader {
  constructor(private readonly files: FilesService) {}

  /**
   * Reads the request's body. `mostAttachments` is how many files may still be kept; 0 reads and drops them.
   * Throws {@link Problem} 415 for another content type and 413 for a body that no form has.
   */
  async read(request: FastifyRequest, mostAttachments: number): Promise<ArrivedForm> {
    const form: ArrivedForm = {
      fields: {},
      attachments: [],
      errors: [],
      isBroken: false,
      isStorageDown: false,
      hadFiles: false,
    };
    const type = (request.headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
    if (type === 'application/x-www-form-urlencoded') {
      for (const [name, value] of Object.entries((request.body ?? {}) as RawFields))
        addField(form, name, value);
      return form;
    }
    if (type !== 'multipart/form-data') throw new Problem({ status: 415, code: 'unsupported-media-type' });
    if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES)
      throw new Problem({ status: 413, code: 'too-large' });
    await this.#readParts(request, form, mostAttachments);
    return form;
  }

  async #readParts(request: FastifyRequest, form: ArrivedForm, mostAttachments: number): Promise<void> {
    try {
      for await (const part of request.parts({ limits: LIMITS })) {
        if (part.type === 'field') {
          // A field this long is refused by its own limit; what is left of it is shown again.
          addField(form, part.fieldname, part.value);
        } else if (part.fieldname === 'attachments') {
          await this.#attach(form, part.file, part.filename, mostAttachments);
        } else {
          part.file.resume();
          form.errors.push({ field: part.fieldname, code: 'unknown-field' });
        }
      }
    } catch (error) {
      if ((error as { code?: string }).code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
        throw new Problem({ status: 415, code: 'unsupported-media-type' });
      // Whatever the parser or the connection says, the form did not arrive whole.
      form.isBroken = true;
    }
  }

  async #attach(form: ArrivedForm, stream: Readable, name: string, mostAttachments: number): Promise<void> {
    // A browser sends an empty, nameless part when nothing was chosen.
    if (!name) {
      stream.resume();
      return;
    }
    form.hadFiles = true;
    if (form.attachments.length >= mostAttachments || form.isStorageDown) {
      stream.resume();
      if (mostAttachments > 0 && !form.isStorageDown)
        form.errors.push({ field: 'attachments', code: 'too-many', values: { name: displayName(name) } });
      return;
    }
    try {
      form.attachments.push(await this.files.keep(stream, { name, limitBytes: ATTACHMENT_BYTES }));
    } catch (error) {
      if (error instanceof FileRefused)
        form.errors.push({
          field: 'attachments',
          code: error.code,
          values: { name: error.fileName, bytes: error.size },
        });
      else if (error instanceof StorageUnavailable) form.isStorageDown = true;
      else throw error;
    }
  }
}

function addField(form: ArrivedForm, name: string, value: unknown): void {
  if (name === 'attachments') {
    // A form without enctype="multipart/form-data" sends the files' names as text.
    if (value !== '') form.errors.push({ field: 'attachments', code: 'not-a-file' });
    return;
  }
  const earlier = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined;
  form.fields[name] = earlier === undefined ? value : [earlier, value].flat();
}
