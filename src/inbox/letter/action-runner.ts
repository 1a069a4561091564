import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { letterByReference } from '../../letters/letters.queries.js';
import { RiskOpen, RiskTaken, TransitionRefused } from '../../letters/letters.refused.js';
import { MentionRefused } from '../../letters/notes/mentions.js';
import { MergeRefused } from '../../letters/merge/merge.refused.js';
import { ReadingListRefused } from '../../letters/reading-list/reading-list.refused.js';
import { readReference } from '../../letters/reference.js';
import { UndoRefused } from '../../letters/undo.js';
import { type Officer, officerOf } from '../../letters/viewer.js';
import { fill } from '../../script/texts.js';
import { seeOther } from '../../staff/answers.js';
import { notFound } from '../../web/problem.js';
import { ColleagueDto } from '../bulk/colleague.dto.js';
import { InboxService } from '../inbox.service.js';
import { letterLink } from '../list/inbox.view.js';
import { officerName } from '../ui.js';
import { readingListTexts } from '../reading-list/reading-list.texts.js';
import { stateName } from '../state-name.js';
import { ActionDto } from './action.dto.js';
import type { ActionName, ActionProblem, Done } from './actions.js';
import { actionTexts } from './actions.texts.js';
import type { AskedAction } from './asked-action.js';
import { AssignmentDto } from './assignment.dto.js';
import { LetterDeskService } from './letter-desk.service.js';
import { LetterPages } from './letter-pages.js';
import { type FieldError, type FormType, readForm } from '../../web/read-form.js';
import { TriageDto } from './triage.dto.js';

/** Runs a posted action: checked form, fresh letter, allowed move, then the letter's page again by redirect. */
@Injectable()
export class ActionRunner {
  constructor(
    private readonly pages: LetterPages,
    private readonly desk: LetterDeskService,
    private readonly inbox: InboxService,
    private readonly profile: OfficeProfile,
    private readonly dataSource: DataSource,
  ) {}

  /** `act` does it and tells what was done; whatever is refused brings the page back with every entry kept. */
  async run<T extends ActionDto>(
    action: ActionName,
    type: FormType<T>,
    asked: AskedAction,
    reply: FastifyReply,
    act: (form: T, officer: Officer) => Promise<Done>,
  ): Promise<FastifyReply> {
    const officer = officerOf(asked.account);
    const letter = await letterByReference(this.dataSource, asked.reference, officer);
    if (!letter) throw notFound();
    const { form, values, errors } = await readForm(type, asked.body);
    const texts = actionTexts[asked.account.language].problems;
    const again = (status: number, message: string, problems: FieldError[] = []) =>
      this.pages.send(reply, asked, asProblem(asked, { action, values, message }, problems), status);

    const problems = errors.length > 0 ? errors : await this.checkChoices(form);
    if (problems.length > 0) return again(422, '', problems);
    if (form.seen !== undefined && letter.updatedAt > new Date(form.seen)) return again(409, texts.changed);
    try {
      const { done, event } = await act(form, officer);
      const { view, cursor } = this.inbox.viewOf(asked.query);
      const { reference } = asked;
      const next = nextOf(asked.query) ?? reference;
      const about = next === reference ? undefined : { of: reference };
      const undo = event === undefined ? undefined : { undo: event };
      return seeOther(reply, letterLink(next, view, cursor, { done, ...about, ...undo }));
    } catch (error) {
      // What is wrong with a merge is wrong with one of its fields.
      if (error instanceof MergeRefused && action === 'merge')
        return again(409, '', [{ field: fieldOf(error), code: `merge-${error.why}` }]);
      const message = await this.whyRefused(asked, error);
      if (message === undefined) throw error;
      return again(409, message);
    }
  }

  /** What an officer is told when the letter does not allow it; undefined for other errors. */
  private async whyRefused({ account }: AskedAction, error: unknown): Promise<string | undefined> {
    const texts = actionTexts[account.language].problems;
    if (error instanceof TransitionRefused)
      return fill(texts.refused, { state: stateName(account.language, error.from) });
    if (error instanceof RiskOpen) return texts.riskOpen;
    if (error instanceof RiskTaken)
      return fill(texts.riskTaken, { name: await this.desk.nameOf(account, error.accountId) });
    if (error instanceof MentionRefused)
      return fill(texts.mentioned, {
        names: error.names.map((name) => officerName(account, name)).join(', '),
      });
    if (error instanceof ReadingListRefused)
      return fill(readingListTexts[account.language].faults[error.why], {
        most: this.profile.readingListLetters,
      });
    if (error instanceof MergeRefused) return texts[`merge-${error.why}`];
    if (error instanceof UndoRefused) return texts.undo[error.why];
    return undefined;
  }

  /** The unit that usually works on a category, else the office's first. */
  unitOf(category: string): string {
    return this.profile.usualUnit(category);
  }

  /** Whether what was chosen is there to be chosen: the profile's codes, the accounts that work on letters. */
  async checkChoices(form: ActionDto): Promise<FieldError[]> {
    const problems: FieldError[] = [];
    if (form instanceof TriageDto) {
      if (!this.profile.categories.some(({ code }) => code === form.category))
        problems.push({ field: 'category', code: 'category' });
      if (form.unit && !this.profile.units.some(({ code }) => code === form.unit))
        problems.push({ field: 'unit', code: 'unit' });
      if (form.sensitive.some((mark) => !this.profile.sensitiveMarks.some(({ code }) => code === mark)))
        problems.push({ field: 'sensitive', code: 'sensitive' });
    }
    const isGiven =
      form instanceof ColleagueDto || (form instanceof AssignmentDto && form.to === 'colleague');
    if (isGiven) {
      const colleagues = await this.desk.colleagues();
      if (!colleagues.some(({ id }) => id === form.colleague))
        problems.push({ field: 'colleague', code: 'notOfOffice' });
    }
    return problems;
  }
}

const fieldOf = ({ why }: MergeRefused) => (why === 'person' ? 'samePerson' : 'into');

/** The letter that stands next in the officer's list, which opens after this one; the page's script names it. */
const nextOf = ({ next }: Record<string, unknown>) =>
  typeof next === 'string' ? readReference(next) : undefined;

/** A problem with its errors in the officer's words. */
export function asProblem(
  { account }: Pick<AskedAction, 'account'>,
  problem: Omit<ActionProblem, 'errors'>,
  errors: FieldError[],
): ActionProblem {
  const texts: Record<string, unknown> = actionTexts[account.language].problems;
  return {
    ...problem,
    errors: errors.map(({ field, code, limit }) => ({
      field,
      message: fill(String(texts[code] ?? texts.unknownField), limit === undefined ? {} : { limit }),
    })),
  };
}
