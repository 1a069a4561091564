import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { readForm } from '../../web/read-form.js';
import { renderPart } from '../../web/render.js';
import { correctionsOf, type ReleaseAttachment } from '../extras.queries.js';
import { ContentDto, contentFrom, splitFields } from './content.dto.js';
import type { ContentPicture, ReleaseContent } from './content.js';
import { inUiScript } from './desk-ui.js';
import { DraftsService } from './drafts.service.js';
import { NewsroomPages, type Shown } from './newsroom-pages.service.js';
import { NewsroomRefused, SavedMeanwhile } from './newsroom.refused.js';
import { seenWriting } from './newsroom.queries.js';
import { Drawn } from './preview-pane.js';
import { problemTexts } from './problem.texts.js';
import { StepsService } from './steps.service.js';

/** How a save ended: what was done, or what the page shows instead. */
export type Told = { done: string; shown?: undefined } | { done?: undefined; shown: Shown };

/** Reads the writer's form and does what it asks for. */
@Injectable()
export class WritingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly drafts: DraftsService,
    private readonly steps: StepsService,
    private readonly pages: NewsroomPages,
  ) {}

  async save(account: SignedIn, id: string, body: unknown): Promise<Told> {
    const desk = await this.drafts.open(id);
    const texts = problemTexts[account.language];
    const { fields, ofPictures } = splitFields(body);
    const { form, errors } = await readForm(ContentDto, fields);
    if (desk.draft === null) return { shown: { problem: { message: texts.refused['not-in-this-state'] } } };
    const content = contentFrom(form, ofPictures, desk.draft.content);
    if (errors.length > 0) {
      const said = errors.map(({ field, code, limit = 0 }) => ({
        field,
        message: code === 'tooLong' ? fill(texts.tooLong, { limit }) : texts.unknownField,
      }));
      return { shown: { content, problem: { fields: said } } };
    }
    return this.attempt(account, content, async () => {
      const version = await this.drafts.save(id, { version: Number(form.version), content }, account.id);
      if (form.do !== 'submit') return { done: 'saved' };
      const problems = await this.steps.submit(id, version, account.id);
      if (problems.length === 0) return { done: 'submitted' };
      return { shown: { problem: this.pages.problemOf(account, problems) } };
    });
  }

  /** Adds what was uploaded; what the page shows when it could not. */
  async addFile(
    account: SignedIn,
    id: string,
    { picture, attachment }: { picture?: ContentPicture; attachment?: ReleaseAttachment },
  ): Promise<Shown | undefined> {
    const told = await this.attempt(account, undefined, async () => {
      if (picture !== undefined) await this.drafts.addPicture(id, picture, account.id);
      if (attachment !== undefined) await this.drafts.addAttachment(id, attachment, account.id);
      return { done: 'saved' };
    });
    return told.shown;
  }

  /** What the writer's script needs after a save: the version, how the release looks now, who else has it open. */
  async drawn(account: SignedIn, id: string) {
    const desk = await this.drafts.open(id);
    const ui = this.pages.ui(account);
    const { draft } = desk;
    if (draft === null) throw new Error('What was saved a moment ago has no working copy.');
    const [corrections, others] = await Promise.all([
      correctionsOf(this.dataSource, [id]),
      seenWriting(this.dataSource, id, account.id),
    ]);
    const out = renderPart(<Drawn {...{ ui, desk, content: draft.content, corrections }} />);
    return { version: draft.version, out, others: others.map((name) => inUiScript(ui, name)).join(', ') };
  }

  /** A refusal in one sentence, for the writer's script. */
  sentence(account: SignedIn, { problem, isConflict }: Shown): string {
    const texts = problemTexts[account.language];
    if (isConflict) return texts.conflict;
    return problem?.message ?? problem?.fields?.map(({ message }) => message).join(' ') ?? texts.unknownField;
  }

  private async attempt(
    account: SignedIn,
    content: ReleaseContent | undefined,
    work: () => Promise<Told>,
  ): Promise<Told> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof SavedMeanwhile) return { shown: { content, isConflict: true } };
      if (!(error instanceof NewsroomRefused)) throw error;
      const message = problemTexts[account.language].refused[error.code];
      return { shown: { content, problem: { message } } };
    }
  }
}
