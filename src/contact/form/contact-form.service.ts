import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { Received } from '../../letters/new-letter.js';
import type { Language } from '../../script/texts.js';
import { loggable } from '../../web/errors/fault-log.js';
import { readFormToken } from '../../web/form-token.js';
import { type ArrivedForm, FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import { inOrder, type RawFields } from '../submission.checks.js';
import { fieldLabels } from '../submission.texts.js';
import { submissionDigest, SubmissionService } from '../submission.service.js';
import { Suspicion } from '../suspicion.js';
import type { ContactForm } from './contact-form.js';
import { readAttachmentToken } from './kept-attachments.js';
import { ProofOfWork } from './proof-of-work.js';

/** Names the form among all forms that carry tokens. */
export const CONTACT_FORM = 'contact';

/** The letter is received, or the form comes back with everything that was typed. */
export type Outcome = { received: Received } | { status: number; form: ContactForm; retryAfter?: number };

/** Fields of the page that are no part of a letter. */
interface PageFields {
  formToken: unknown;
  website: unknown;
  altcha: unknown;
  keptAttachment: unknown;
  removeAttachment: unknown;
}

/** From a form that was sent to a letter that is received. Whatever goes wrong, no word is lost. */
@Injectable()
export class ContactFormService {
  readonly #logger = new Logger(ContactFormService.name);

  constructor(
    private readonly environment: Environment,
    private readonly reader: FormReader,
    private readonly submissions: SubmissionService,
    private readonly suspicion: Suspicion,
    private readonly proofOfWork: ProofOfWork,
  ) {}

  async submit(request: FastifyRequest, language: Language): Promise<Outcome> {
    const wait = await this.submissions.limit.wait(request.ip);
    const arrived = await this.reader.read(request, wait > 0 ? 0 : MOST_ATTACHMENTS);
    const { letterFields, pageFields } = this.#split(arrived.fields, language);
    const form: ContactForm = {
      values: texts(letterFields),
      kept: this.#kept(pageFields, arrived),
      errors: [],
      attachAgain: arrived.hadFiles && arrived.attachments.length === 0 && arrived.errors.length === 0,
    };
    if (wait > 0)
      return { status: 429, retryAfter: wait, form: { ...form, notice: 'busy', minutes: Math.ceil(wait / 60) } };
    try {
      return await this.#receive(request.ip, letterFields, pageFields, arrived, form);
    } catch (error) {
      // Whatever it is, the citizen keeps the words and hears that nothing was sent; the operator sees the fault.
      this.#logger.error(`A form could not be received: ${loggable(error)}`);
      return { status: 503, retryAfter: 60, form: { ...form, errors: [], notice: 'unavailable' } };
    }
  }

  async #receive(
    ip: string,
    letterFields: RawFields,
    pageFields: PageFields,
    arrived: ArrivedForm,
    form: ContactForm,
  ): Promise<Outcome> {
    const { dto, errors, releaseExists } = await this.submissions.check(letterFields);
    const attachments = await this.submissions.stillKept(form.kept);
    const gone = form.kept.filter((file) => !attachments.includes(file));
    const surplus = attachments.splice(MOST_ATTACHMENTS);
    form = {
      ...form,
      kept: attachments,
      errors: inOrder([
        ...errors,
        ...arrived.errors,
        ...gone.map(({ name }) => ({ field: 'attachments', code: 'gone', values: { name } })),
        ...surplus.map(({ name }) => ({ field: 'attachments', code: 'too-many', values: { name } })),
      ]),
    };
    // A release that has been withdrawn since the page was opened does not keep a letter from being sent.
    if (!releaseExists) delete dto.release;
    if (arrived.isBroken) return { status: 400, form: { ...form, notice: 'broken' } };
    if (arrived.isStorageDown) return { status: 503, retryAfter: 60, form: { ...form, errors: [], notice: 'unavailable' } };
    if (form.errors.length > 0) return { status: 422, form };

    const token = readFormToken(secretKey(this.environment), CONTACT_FORM, pageFields.formToken);
    if (token.state !== 'valid') return { status: 422, form: { ...form, notice: 'stale' } };
    const digest = submissionDigest(dto, attachments);
    const marks = this.suspicion.ofForm({ trap: pageFields.website, openedAt: token.issuedAt });
    if (this.proofOfWork.isOn && !(await this.proofOfWork.isProved(pageFields.altcha))) marks.push('no-proof-of-work');
    // The same copy of the form with the same words is one letter; with other words (after Back) a new one.
    const key = `form:${createHash('sha256').update(`${token.id} ${digest}`).digest('base64url')}`;
    return { received: await this.submissions.receive(ip, { dto, attachments, key, marks }) };
  }

  /** What belongs to the letter and what to the page; the letter's words are made storable. */
  #split(fields: RawFields, language: Language): { letterFields: RawFields; pageFields: PageFields } {
    const { formToken, website, altcha, keptAttachment, removeAttachment, ...rest } = fields;
    const letterFields: RawFields = { language };
    for (const [name, value] of Object.entries(rest)) letterFields[name] = typeof value === 'string' ? legible(name, value) : value;
    return { letterFields, pageFields: { formToken, website, altcha, keptAttachment, removeAttachment } };
  }

  /** Files taken with earlier tries, less those that were ticked to go, and those that came now. */
  #kept(page: PageFields, arrived: ArrivedForm): KeptFile[] {
    const removed = new Set(listOf(page.removeAttachment));
    const earlier = listOf(page.keptAttachment)
      .filter((token) => !removed.has(token))
      .slice(0, 2 * MOST_ATTACHMENTS)
      .flatMap((token) => readAttachmentToken(secretKey(this.environment), token) ?? []);
    return [...earlier, ...arrived.attachments];
  }
}

/**
 * Browsers send line ends as CRLF, which no one typed. Control characters that came with a paste cannot be
 * seen, so nobody could mend them: they go, rather than the letter.
 */
function legible(name: string, value: string): string {
  const text = value.toWellFormed().replace(/\r\n?/g, '\n');
  return name === 'message'
    ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    : text.replace(/[\t\n\u2028\u2029]+/g, ' ').replace(/\p{Cc}/gu, '');
}

/** What the page can show again in its fields. */
function texts(fields: RawFields): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && Object.hasOwn(fieldLabels.en, name)) values[name] = first;
  }
  return values;
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
