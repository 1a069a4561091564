import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import type { Sql } from '../../database/rows.js';
import { DutiesService } from '../../duties/duties.service.js';
import { PageCache } from '../page-cache.js';
import { announceRelease } from '../release-writing.queries.js';
import { moveFrom, type ReleaseMoveName, RELEASE_STATES } from '../release.states.js';
import { fingerprintOf, type ReleaseContent } from './content.js';
import { type ContentProblem, problemsOf } from './content-problems.js';
import { locked } from './drafts.service.js';
import { insertEvent } from './events.queries.js';
import { maySecond } from './four-eyes.js';
import { makePublic } from './make-public.js';
import { NewsroomRefused, SavedMeanwhile } from './newsroom.refused.js';
import {
  deleteDraft,
  type DeskRow,
  type DraftRow,
  markDraft,
  setState,
  setWithdrawn,
} from './newsroom.queries.js';
import { plannedTime } from './planned-time.js';
import { cancelPublishing, insertPublishing, isSlugTaken } from './publishing.queries.js';

export const PUBLISHING = 'release-publishing';

/** What is done with a working copy whether or not readers see an earlier text of it. */
const OF_CORRECTIONS: readonly ReleaseMoveName[] = ['submit', 'takeBack', 'sendBack'];

type Open = DeskRow & { draft: DraftRow };

/** The life of a release: every step is checked against the table of states, and leaves an event. */
@Injectable()
export class StepsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly duties: DutiesService,
    private readonly cache: PageCache,
  ) {}

  /** What must be put right before it may be read by a second officer. */
  private async problems(tx: Sql, desk: Pick<DeskRow, 'id' | 'publishedAt'>, content: ReleaseContent) {
    const isTaken = content.slug !== '' && (await isSlugTaken(tx, content.slug, desk.id));
    return problemsOf(content, {
      ...{ isCorrection: desk.publishedAt !== null, isSlugTaken: isTaken },
      ...{ timeZone: this.profile.timeZone, now: new Date() },
    });
  }

  /** Hands the version that was saved last to the second pair of eyes; answers what is missing instead, if anything. */
  submit(id: string, version: number, accountId: string): Promise<ContentProblem[]> {
    return this.on(id, async (tx, desk) => {
      const { draft, state } = withDraft(desk);
      if (draft.submittedAt !== null || state === 'scheduled') throw new NewsroomRefused('not-in-this-state');
      if (draft.version !== version) throw new SavedMeanwhile();
      const problems = await this.problems(tx, desk, draft.content);
      if (problems.length > 0) return problems;
      await markDraft(tx, id, { submittedBy: accountId });
      await this.move(tx, desk, 'submit', { kind: 'submitted', accountId, content: draft.content });
      return [];
    });
  }

  takeBack(id: string, accountId: string): Promise<void> {
    return this.on(id, async (tx, desk) => {
      const { draft } = withDraft(desk);
      if (draft.submittedAt === null) throw new NewsroomRefused('not-in-this-state');
      await cancelPublishing(tx, id);
      await markDraft(tx, id, {});
      await this.move(tx, desk, 'takeBack', { kind: 'taken_back', accountId });
    });
  }

  sendBack(id: string, reason: string, accountId: string): Promise<void> {
    return this.on(id, async (tx, desk) => {
      const { draft, state } = withDraft(desk);
      if (draft.submittedAt === null || state === 'scheduled') throw new NewsroomRefused('not-in-this-state');
      if (reason === '') throw new NewsroomRefused('reason-missing');
      await markDraft(tx, id, { sentBack: { by: accountId, reason } });
      await this.move(tx, desk, 'sendBack', { kind: 'sent_back', accountId, reason });
    });
  }

  /** A second officer says that exactly this goes out: now, at its minute, or as a correction. */
  async approve(
    id: string,
    { fingerprint, when }: { fingerprint: string; when: 'now' | 'planned' },
    accountId: string,
  ): Promise<void> {
    const scheduled = await this.on(id, async (tx, desk) => {
      const open = withDraft(desk);
      const { draft } = open;
      if (draft.submittedAt === null || desk.state === 'scheduled')
        throw new NewsroomRefused('not-in-this-state');
      if (!maySecond(draft, accountId)) throw new NewsroomRefused('four-eyes');
      refuseOtherText(draft, fingerprint);
      if (when === 'planned') return this.schedule(tx, open, fingerprint, accountId);
      await this.refuseUnready(tx, desk, draft.content, 'now');
      await makePublic(tx, desk, { accountId });
      return undefined;
    });
    // The row is the truth; the bell only wakes whoever looks at it, and the sweep looks every few seconds anyway.
    if (scheduled)
      await this.duties.ring(
        PUBLISHING,
        [scheduled.duty],
        undefined,
        Math.max(0, scheduled.at.getTime() - Date.now()),
      );
  }

  /** One officer alone, with a reason; the release is flagged for ever. */
  emergency(
    id: string,
    { fingerprint, reason }: { fingerprint: string; reason: string },
    accountId: string,
  ): Promise<void> {
    return this.on(id, async (tx, desk) => {
      const { draft, state } = withDraft(desk);
      if (moveFrom(state, 'emergency') === undefined) throw new NewsroomRefused('not-in-this-state');
      if (reason === '') throw new NewsroomRefused('reason-missing');
      refuseOtherText(draft, fingerprint);
      await this.refuseUnready(tx, desk, draft.content, 'now');
      await makePublic(tx, desk, { accountId, emergencyReason: reason });
    });
  }

  /** Takes a release from readers; what they are told stands in its place. */
  withdraw(id: string, note: { sr: string; en: string }, accountId: string): Promise<void> {
    return this.on(id, async (tx, desk) => {
      if (moveFrom(desk.state, 'withdraw') === undefined) throw new NewsroomRefused('not-in-this-state');
      if (note.sr === '') throw new NewsroomRefused('note-missing');
      await deleteDraft(tx, id);
      await setWithdrawn(tx, id, note);
      const { state } = desk;
      await insertEvent(tx, id, {
        kind: 'withdrawn',
        from: state,
        to: 'withdrawn',
        reason: note.sr,
        accountId,
      });
      await announceRelease(tx, desk.slug);
    });
  }

  /** Throws a draft away that readers never saw; it is in no list but its own, and can be taken out again. */
  discard(id: string, accountId: string): Promise<void> {
    return this.on(id, (tx, desk) => this.move(tx, desk, 'discard', { kind: 'discarded', accountId }));
  }

  restore(id: string, accountId: string): Promise<void> {
    return this.on(id, (tx, desk) => this.move(tx, desk, 'restore', { kind: 'restored', accountId }));
  }

  private async schedule(
    tx: EntityManager,
    { id, state, draft, publishedAt }: Open,
    fingerprint: string,
    accountId: string,
  ) {
    const move = moveFrom(state, 'schedule');
    if (move === undefined || publishedAt !== null) throw new NewsroomRefused('not-in-this-state');
    const time = plannedTime(draft.content.planned, this.profile.timeZone, new Date());
    if (time.kind === 'past') throw new NewsroomRefused('time-past');
    if (time.kind !== 'at') throw new NewsroomRefused('time-missing');
    await this.refuseUnready(tx, { id, publishedAt }, draft.content);
    const { at } = time;
    const duty = await insertPublishing(tx, {
      releaseId: id,
      goesOutAt: at,
      fingerprint,
      approvedBy: accountId,
    });
    await setState(tx, id, move.to);
    await insertEvent(tx, id, {
      ...{ kind: 'scheduled', from: state, to: move.to, accountId, content: draft.content },
    });
    return { duty, at };
  }

  /** What was complete when it was handed in may have lost its slug since; a time that passed is no fault of a text that goes now. */
  private async refuseUnready(
    tx: Sql,
    desk: Pick<DeskRow, 'id' | 'publishedAt'>,
    content: ReleaseContent,
    when?: 'now',
  ): Promise<void> {
    const problems = await this.problems(tx, desk, when === 'now' ? { ...content, planned: '' } : content);
    if (problems.length > 0) throw new NewsroomRefused('not-ready');
  }

  /** Moves an unpublished release; of a published one only its correction is handed in and back, so its state stays. */
  private async move(
    tx: EntityManager,
    { id, state }: DeskRow,
    name: ReleaseMoveName,
    event: Parameters<typeof insertEvent>[2],
  ): Promise<void> {
    if (RELEASE_STATES[state].isPublic && OF_CORRECTIONS.includes(name)) return insertEvent(tx, id, event);
    const move = moveFrom(state, name);
    if (move === undefined) throw new NewsroomRefused('not-in-this-state');
    await setState(tx, id, move.to);
    await insertEvent(tx, id, { ...event, from: state, to: move.to });
  }

  /** Other processes hear of it by a notice; this one forgets its pages before the officer is told that it is done. */
  private async on<Result>(
    id: string,
    work: (tx: EntityManager, desk: DeskRow) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.dataSource.transaction(async (tx) => work(tx, await locked(tx, id)));
    this.cache.purge();
    return result;
  }
}

function withDraft(desk: DeskRow): Open {
  if (desk.draft === null) throw new NewsroomRefused('not-in-this-state');
  return desk as Open;
}

function refuseOtherText({ content }: DraftRow, fingerprint: string): void {
  if (fingerprintOf(content) !== fingerprint) throw new NewsroomRefused('changed-meanwhile');
}
