import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import type { Received } from '../../letters/new-letter.js';
import type { Language } from '../../script/texts.js';
import { loggable } from '../../web/errors/fault-log.js';
import { readFormToken } from '../../web/form-token.js';
import { type ArrivedForm, FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import { inOrder, type RawFields } from '../submission.checks.js';
import { submissionDigest, SubmissionService } from '../submission.service.js';
import { Suspicion } from '../suspicion.js';
import { keptFiles, legibleFields, shownValues } from './arrived-fields.js';
import type { ContactForm } from './contact-form.js';
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
    const { formToken, website, altcha, keptAttachment, removeAttachment, ...rest } = arrived.fields;
    const letterFields = { language, ...legibleFields(rest) };
    const form: ContactForm = {
      values: shownValues(letterFields),
      kept: keptFiles(secretKey(this.environment), { keptAttachment, removeAttachment }, arrived),
      errors: [],
      attachAgain: arrived.hadFiles && arrived.attachments.length === 0 && arrived.errors.length === 0,
    };
    if (wait > 0)
      return {
        status: 429,
        retryAfter: wait,
        form: { ...form, notice: 'busy', minutes: Math.ceil(wait / 60) },
      };
    try {
      return await this.#receive(request.ip, letterFields, { formToken, website, altcha }, arrived, form);
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
    if (arrived.isStorageDown)
      return { status: 503, retryAfter: 60, form: { ...form, errors: [], notice: 'unavailable' } };
    if (form.errors.length > 0) return { status: 422, form };

    const token = readFormToken(secretKey(this.environment), CONTACT_FORM, pageFields.formToken);
    if (token.state !== 'valid') return { status: 422, form: { ...form, notice: 'stale' } };
    const digest = submissionDigest(dto, attachments);
    const marks = this.suspicion.ofForm({ trap: pageFields.website, openedAt: token.issuedAt });
    if (this.proofOfWork.isOn && !(await this.proofOfWork.isProved(pageFields.altcha)))
      marks.push('no-proof-of-work');
    // The same copy of the form with the same words is one letter; with other words (after Back) a new one.
    const key = `form:${createHash('sha256').update(`${token.id} ${digest}`).digest('base64url')}`;
    return { received: await this.submissions.receive(ip, { dto, attachments, key, marks }) };
  }
}
