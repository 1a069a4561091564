import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { type BulkJob, type BulkOutcome, skipped } from '../../letters/bulk/bulk-job.js';
import { BulkKinds } from '../../letters/bulk/bulk-kinds.js';
import type { Selection } from '../../letters/bulk/bulk.queries.js';
import { BulkService } from '../../letters/bulk/bulk.service.js';
import type { Letter } from '../../letters/letter.entity.js';
import { letterById } from '../../letters/letters.queries.js';
import { TransitionRefused } from '../../letters/letters.refused.js';
import { carryOut } from '../../letters/move-letter.js';
import { planTriage } from '../../letters/plans.js';
import { type Officer, officerOf } from '../../letters/viewer.js';
import { StaffService } from '../../staff/staff.service.js';
import { DispatchService } from '../dispatch.service.js';
import { RepliesService } from '../replies.service.js';
import { type RefusalOfReply, ReplyRefused } from '../replies.refused.js';
import { bulkFingerprint, type BulkReply, mergedFor } from './bulk-reply.js';
import { categoriesOf } from './bulk-replies.queries.js';

export const BULK_REPLY = 'reply';
/** Why a letter that refuses is skipped. */
const REFUSED: Partial<Record<RefusalOfReply, string>> = { stale: 'drafting', forwarding: 'forwarding' };
/** Each letter takes a dozen statements, so fewer go in one transaction. */
const CHUNK = 25;

/** One text to many letters: read with its letters by an approver, then a reply of its own to each. */
@Injectable()
export class BulkReplies implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly kinds: BulkKinds,
    private readonly bulk: BulkService,
    private readonly staff: StaffService,
    private readonly replies: RepliesService,
    private readonly dispatch: DispatchService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      kind: BULK_REPLY,
      chunk: CHUNK,
      work: async (tx, job, letters, by) => {
        const approver = await this.approverOf(job);
        const outcomes = new Map<string, BulkOutcome>();
        for (const letter of letters)
          outcomes.set(
            letter.id,
            await this.answer(tx, job.params as unknown as BulkReply, letter, { by, approver }),
          );
        return outcomes;
      },
    });
  }

  /** Orders the replies; an approver reads them first unless the category of every letter needs none. */
  async order(text: BulkReply, selection: Selection, by: Officer): Promise<string> {
    const isRead = await this.needsApproval(text, selection);
    const job = { kind: BULK_REPLY, params: text as unknown as Record<string, unknown> };
    const print = (letterIds: string[]) => bulkFingerprint(text, letterIds);
    return this.bulk.order(job, selection, by, isRead ? print : undefined);
  }

  async needsApproval({ category }: BulkReply, selection: Selection): Promise<boolean> {
    const found = await categoriesOf(this.dataSource, selection);
    return found.some((code) => this.replies.needsApproval({ category: code ?? category }));
  }

  private async approverOf({ approvedBy }: BulkJob): Promise<Officer | null> {
    return approvedBy === null ? null : officerOf(await this.staff.byId(approvedBy));
  }

  /** In a transaction of its own within the chunk's: a letter that refuses stays as it is, alone. */
  private async answer(
    tx: EntityManager,
    text: BulkReply,
    letter: Letter,
    who: { by: Officer; approver: Officer | null },
  ): Promise<BulkOutcome> {
    try {
      return await tx.transaction((own) => this.answerOne(own, text, letter, who));
    } catch (error) {
      if (error instanceof ReplyRefused) return skipped(REFUSED[error.code] ?? 'approval');
      if (error instanceof TransitionRefused) return skipped(error.why === 'role' ? 'role' : 'state');
      throw error;
    }
  }

  private async answerOne(
    tx: EntityManager,
    text: BulkReply,
    letter: Letter,
    { by, approver }: { by: Officer; approver: Officer | null },
  ): Promise<BulkOutcome> {
    if (letter.risk !== null) return skipped('risk');
    if (letter.state === 'answered') return skipped('answered');
    const content = mergedFor((await letterById(tx, letter.id, by))!, text);
    if (typeof content === 'string') return skipped(content);
    if (letter.state === 'received') {
      if (text.category === null) return skipped('no-category');
      const { category } = text;
      const unit = this.profile.ofCategory(category, 'unit') ?? this.profile.units[0]!.code;
      await carryOut(tx, planTriage(letter, { category, unit, urgency: letter.urgency }, by, this.profile));
      Object.assign(letter, { state: 'triaged', category });
    }
    const reply = await this.replies.issue(tx, letter, content, { by, approver });
    const eventId = await this.dispatch.orderApproved(tx, letter, reply, by);
    return { state: 'done', code: reply.route, eventId };
  }
}
