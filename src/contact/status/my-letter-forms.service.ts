import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import { TransitionRefused } from '../../letters/letters.refused.js';
import { LettersService } from '../../letters/letters.service.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Language } from '../../script/texts.js';
import { loggable } from '../../web/errors/fault-log.js';
import { readFormToken } from '../../web/form-token.js';
import { RateLimits } from '../../web/rate-limits.js';
import { type ArrivedForm, FormReader, MOST_ATTACHMENTS } from '../form-reader.js';
import { keptFiles, legibleFields, shownValues } from '../form/arrived-fields.js';
import { SubmissionService } from '../submission.service.js';
import { messageOf } from '../submission.texts.js';
import type { MyLetterAct, MyLetterForm } from './my-letter-form.js';
import { myLetterTexts } from './my-letter.texts.js';
import { completedDetails, supplementErrors } from './my-letter.checks.js';

/** Additions from one address; the letter itself is known, so this only keeps a disk from being filled. */
const ALLOWANCE = { perAddress: 20, perNetwork: 100, seconds: 600 };

/** Names the forms of one letter's page among all forms that carry tokens. */
export const myLetterFormName = (letter: Pick<LetterView, 'id'>) => `letter ${letter.id}`;

/** Done, or the form as it comes back. */
export type MyLetterOutcome = { done: true } | { status: number; form: MyLetterForm; retryAfter?: number };

/** What the writer sends from the page of the letter. Whatever goes wrong, no word is lost. */
@Injectable()
export class MyLetterFormsService {
  readonly #logger = new Logger(MyLetterFormsService.name);
  readonly #limit;

  constructor(
    private readonly environment: Environment,
    private readonly reader: FormReader,
    private readonly letters: LettersService,
    private readonly submissions: SubmissionService,
    rateLimits: RateLimits,
  ) {
    this.#limit = rateLimits.limit('supplements', ALLOWANCE);
  }

  /** Reads a form before anything else is asked, so that its words are there whatever happens next. */
  read(request: FastifyRequest): Promise<ArrivedForm> {
    return this.reader.read(request, MOST_ATTACHMENTS);
  }

  async take(
    act: MyLetterAct,
    letter: LetterView,
    arrived: ArrivedForm,
    ip: string,
    language: Language,
  ): Promise<MyLetterOutcome> {
    const { formToken, keptAttachment, removeAttachment, ...rest } = arrived.fields;
    const fields = legibleFields(rest);
    const form: MyLetterForm = {
      act,
      values: shownValues(fields),
      kept: keptFiles(secretKey(this.environment), { keptAttachment, removeAttachment }, arrived),
      errors: [],
    };
    if (arrived.isBroken) return { status: 400, form: { ...form, notice: 'broken' } };
    const wait = await this.#limit.wait(ip);
    if (wait > 0)
      return {
        status: 429,
        retryAfter: wait,
        form: { ...form, notice: 'busy', minutes: Math.ceil(wait / 60) },
      };
    if (readFormToken(secretKey(this.environment), myLetterFormName(letter), formToken).state !== 'valid')
      return { status: 422, form: { ...form, notice: 'stale' } };
    try {
      if (arrived.isStorageDown)
        return { status: 503, retryAfter: 60, form: { ...form, notice: 'unavailable' } };
      const errors = await this[act](letter, fields, form, arrived, language);
      if (errors.length > 0) return { status: 422, form: { ...form, errors } };
      await this.#limit.count(ip);
      return { done: true };
    } catch (error) {
      if (error instanceof TransitionRefused)
        return {
          status: 409,
          form: { ...form, errors: [{ field: 'main', text: myLetterTexts[language].errors.state }] },
        };
      this.#logger.error(`A form of a letter's page could not be received: ${loggable(error)}`);
      return { status: 503, retryAfter: 60, form: { ...form, notice: 'unavailable' } };
    }
  }

  private async supplement(
    letter: LetterView,
    fields: Record<string, unknown>,
    form: MyLetterForm,
    arrived: ArrivedForm,
    language: Language,
  ) {
    const present = await this.submissions.stillKept(form.kept);
    const errors = supplementErrors(fields, form.kept, present, arrived.errors);
    const texts = errors.map((error) => ({
      field: error.field,
      text:
        error.code === 'empty-supplement' ? myLetterTexts[language].errors.empty : messageOf(language, error),
    }));
    form.kept = present.slice(0, MOST_ATTACHMENTS);
    if (texts.length === 0)
      await this.letters.supplement(letter.id, {
        message: typeof fields.message === 'string' ? fields.message : '',
        attachments: form.kept,
      });
    return texts;
  }

  private async details(
    letter: LetterView,
    fields: Record<string, unknown>,
    _form: MyLetterForm,
    _arrived: ArrivedForm,
    language: Language,
  ) {
    const { dto, errors } = completedDetails(fields, language);
    if (errors.length === 0) await this.letters.completeDetails(letter.id, this.submissions.detailsOf(dto));
    return errors.map((error) => ({ field: error.field, text: messageOf(language, error) }));
  }

  private async withdrawal(
    letter: LetterView,
    fields: Record<string, unknown>,
    _form: MyLetterForm,
    _arrived: ArrivedForm,
    language: Language,
  ) {
    if (fields.sure !== 'yes') return [{ field: 'sure', text: myLetterTexts[language].errors.sure }];
    await this.letters.withdraw(letter.id);
    return [];
  }
}
