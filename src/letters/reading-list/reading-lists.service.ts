import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { StaffService } from '../../staff/staff.service.js';
import { addEvent, changeLetter } from '../changes.queries.js';
import type { Letter } from '../letter.entity.js';
import type { LetterState } from '../letter.states.js';
import { lockLetter, letterById } from '../letters.queries.js';
import { LetterNotFound } from '../letters.refused.js';
import { type Move, moveLetter, moverOf } from '../move-letter.js';
import { MentionEmails } from '../notes/mention-emails.service.js';
import { addMentions } from '../notes/notes.queries.js';
import { Bells } from '../register/bells.js';
import { oweIndexing } from '../search/indexing.queries.js';
import { newTerm } from '../time/term.js';
import { type Officer, officerOf } from '../viewer.js';
import { type KeptScan, scanDetails } from './annotation-scan.js';
import {
  changePlaces,
  dateList,
  dropList,
  fileAnnotation,
  filedScan,
  findList,
  introduceAnew,
  letterIdsOf,
  lettersForReading,
  type ListedForReading,
  lockList,
  lockOpenList,
  pastLists,
  putOnList,
  type ReadingList,
  takeOffList,
  undateList,
  type WhichList,
} from './reading-list.queries.js';
import { ReadingListRefused } from './reading-list.refused.js';

/** What was written on a letter, and whether more is wanted than that it is kept. */
export interface Annotation {
  text: string;
  wantsWork: boolean;
  /** The paper that came back; the one filed before stays when none is given. */
  scan?: KeptScan;
  /** The paper filed before was the wrong one. */
  dropsScan?: boolean;
}

/**
 * The day's letters for the head of state: one list is put together at a time, dated when it is handed over, and kept.
 * Whoever locks a letter and a list locks the letter first.
 */
@Injectable()
export class ReadingLists {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly staff: StaffService,
    private readonly mentions: MentionEmails,
    private readonly bells: Bells,
  ) {}

  /** A list with its letters in order; undefined when there is none. The open one may not have been begun. */
  async find(
    which: WhichList,
    viewer: Officer,
  ): Promise<{ list: ReadingList; letters: ListedForReading[] } | undefined> {
    const list = await findList(this.dataSource, which);
    return list && { list, letters: await lettersForReading(this.dataSource, list.id, viewer) };
  }

  past(most: number, before?: CalendarDay) {
    return pastLists(this.dataSource, most, before);
  }

  /** Puts a letter at the end of the open list; gives the event. Throws {@link ReadingListRefused}. */
  async add(reference: string, introduction: string, by: Officer): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lock(tx, reference, by);
      const isOver = letter.state === 'withdrawn' || letter.state === 'spam' || letter.mergedInto !== null;
      if (isOver) throw new ReadingListRefused('state');
      const { id: listId } = await lockOpenList(tx);
      const standing = await letterIdsOf(tx, listId);
      if (standing.some(({ id }) => id === letter.id)) throw new ReadingListRefused('there');
      if (standing.length >= this.profile.readingListLetters) throw new ReadingListRefused('full');
      await putOnList(tx, { listId, letterId: letter.id, introduction, by: by.accountId });
      return addEvent(tx, letter.id, { ...moverOf(by), kind: 'reading', reason: introduction });
    });
  }

  remove(reference: string, by: Officer): Promise<void> {
    return this.#onOpenList(reference, by, async (tx, letter, listId) => {
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'reading-removal' });
      return takeOffList(tx, listId, letter.id);
    });
  }

  introduce(reference: string, introduction: string, by: Officer): Promise<void> {
    return this.#onOpenList(reference, by, (tx, letter, listId) =>
      introduceAnew(tx, listId, letter.id, introduction),
    );
  }

  /** One place up or down. */
  move(reference: string, to: 'up' | 'down', by: Officer): Promise<void> {
    return this.#onOpenList(reference, by, async (tx, letter, listId) => {
      await changePlaces(tx, { listId, letterId: letter.id, to });
      return true;
    });
  }

  /** Dates the open list and closes it; gives its day. */
  async handOver(by: Officer, now = new Date()): Promise<CalendarDay> {
    const day = calendarDay(now, this.profile.timeZone);
    await this.dataSource.transaction(async (tx) => {
      const list = await lockList(tx, 'open');
      const letters = list ? await letterIdsOf(tx, list.id) : [];
      if (!list || letters.length === 0) throw new ReadingListRefused('empty');
      if (!(await dateList(tx, list.id, day, by.accountId))) throw new ReadingListRefused('today');
      for (const { id } of letters)
        await addEvent(tx, id, { ...moverOf(by), kind: 'presentation', details: { day } });
    });
    return day;
  }

  /** A list that was handed over too early is put together again, while nothing is written on its letters. */
  async takeBack(day: CalendarDay, by: Officer): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const next = await lockList(tx, 'open');
      const list = await lockList(tx, day);
      if (!list) throw new ReadingListRefused('absent');
      const letters = await letterIdsOf(tx, list.id);
      if (letters.some(({ isAnnotated }) => isAnnotated)) throw new ReadingListRefused('annotated');
      if (next && (await letterIdsOf(tx, next.id)).length > 0) throw new ReadingListRefused('next-begun');
      if (next) await dropList(tx, next.id);
      await undateList(tx, list.id);
      for (const { id } of letters)
        await addEvent(tx, id, { ...moverOf(by), kind: 'presentation-recall', details: { day } });
    });
  }

  /**
   * Files what was written on a letter of a list that was handed over: the letter keeps it, its officer is told, and a
   * letter with which the office was done is worked on again when more is wanted.
   */
  async annotate(day: CalendarDay, reference: string, annotation: Annotation, by: Officer): Promise<void> {
    const owed = await this.dataSource.transaction(async (tx) => {
      const letter = await lock(tx, reference, by);
      const list = await lockList(tx, day);
      if (!list) throw new ReadingListRefused('absent');
      const before = annotation.dropsScan ? undefined : await filedScan(tx, list.id, letter.id);
      const scan = annotation.scan ?? before;
      const eventId = await this.#write(tx, letter, day, { ...annotation, scan }, by);
      if (!(await fileAnnotation(tx, list.id, letter.id, eventId))) throw new ReadingListRefused('absent');
      await oweIndexing(tx, letter.id);
      return this.#tellOfficer(tx, letter, eventId, by);
    });
    this.bells.ring('email', owed);
  }

  async #write(
    tx: EntityManager,
    letter: Letter,
    day: CalendarDay,
    { text, wantsWork, scan }: Annotation,
    by: Officer,
  ): Promise<string> {
    const event = {
      kind: 'annotation' as const,
      reason: text,
      details: { day, wish: wantsWork ? 'work' : null, ...(scan && scanDetails(scan)) },
    };
    const again = wantsWork && letter.mergedInto === null ? AGAIN[letter.state] : undefined;
    if (again) {
      const change = { ...again.change, ...newTerm(letter, this.profile) };
      return moveLetter(tx, letter, { ...event, to: again.to, by, change });
    }
    await changeLetter(tx, letter.id, {});
    return addEvent(tx, letter.id, { ...moverOf(by), ...event });
  }

  /** Whoever has the letter finds it among those that mention them, and gets an e-mail. */
  async #tellOfficer(tx: EntityManager, letter: Letter, eventId: string, by: Officer): Promise<string[]> {
    if (letter.assignedTo === null || letter.assignedTo === by.accountId) return [];
    const officer = (await this.staff.activeAccounts()).find(({ id }) => id === letter.assignedTo);
    if (!officer || !(await letterById(tx, letter.id, officerOf(officer)))) return [];
    const note = { eventId, letterId: letter.id };
    await addMentions(tx, { ...note, accountIds: [officer.id] });
    return this.mentions.owe(tx, { ...note, by: by.accountId, of: 'annotation' }, [officer]);
  }

  async #onOpenList(
    reference: string,
    by: Officer,
    change: (tx: EntityManager, letter: Letter, listId: string) => Promise<boolean>,
  ): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const letter = await lock(tx, reference, by);
      const list = await lockList(tx, 'open');
      if (!list || !(await change(tx, letter, list.id))) throw new ReadingListRefused('absent');
    });
  }
}

async function lock(tx: EntityManager, reference: string, by: Officer): Promise<Letter> {
  const letter = await lockLetter(tx, 'reference', reference, by);
  if (!letter) throw new LetterNotFound();
  return letter;
}

/** Where a letter goes with which the office was done, when its reader wants more. */
const AGAIN: Partial<Record<LetterState, Pick<Move, 'to' | 'change'>>> = {
  answered: { to: 'in_work' },
  forwarded: { to: 'in_work' },
  closed: { to: 'received', change: { closedReason: null, assignedTo: null } },
};
