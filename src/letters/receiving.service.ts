import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { momentsAt } from '../calendar/wall-clock.js';
import { calendarDay, dueDate } from '../calendar/working-days.js';
import { OfficeProfile } from '../config/office-profile.js';
import { isDatabaseGone } from '../database/database-gone.js';
import { attachmentRows } from './changes.queries.js';
import { LetterEmails } from './emails/letter-emails.service.js';
import { SubmissionKeyReused } from './letters.refused.js';
import { missingDetails, type NewLetter, type Paper, type Received } from './new-letter.js';
import { letterOfSubmission, storeLetters, type ArrivingLetter } from './receive.queries.js';
import { newReference } from './reference.js';
import { SequencerService } from './register/sequencer.service.js';

interface Waiting {
  letter: ArrivingLetter;
  resolve: (received: Received) => void;
  reject: (error: unknown) => void;
}

/** Letters in one statement at most; their text is at most 20,000 characters each. */
const BATCH = 100;
const REFERENCE_TRIES = 5;

/**
 * Takes letters in by natural batches: what arrives while a statement is on its way goes with the next one, so
 * that an idle office answers at once and a busy one shares each durable commit. Nothing waits for a timer.
 */
@Injectable()
export class ReceivingService {
  #waiting: Waiting[] = [];
  #isStoring = false;
  #due: { minute: number; on: Date } | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly sequencer: SequencerService,
    private readonly emails: LetterEmails,
  ) {}

  /** Resolves after COMMIT. */
  receive(letter: NewLetter): Promise<Received> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ letter: this.arrivingLetter(letter), resolve, reject });
      if (!this.#isStoring) void this.storeWaiting();
    });
  }

  private async storeWaiting(): Promise<void> {
    this.#isStoring = true;
    while (this.#waiting.length > 0) await this.store(this.#waiting.splice(0, BATCH));
    this.#isStoring = false;
  }

  /** Stores a batch. When it fails for a reason of one letter, each is tried alone, so that only that one fails. */
  private async store(batch: Waiting[]): Promise<void> {
    try {
      const stored = new Map(
        (
          await storeLetters(
            this.dataSource,
            batch.map(({ letter }) => letter),
          )
        ).map((row) => [row.id, row.receivedAt]),
      );
      if (stored.size > 0) this.sequencer.ring();
      for (const waiting of batch) {
        const { id, reference } = waiting.letter;
        const receivedAt = stored.get(id);
        if (receivedAt) waiting.resolve({ id, reference, receivedAt, repeated: false });
        else this.firstResult(waiting.letter).then(waiting.resolve, waiting.reject);
      }
    } catch (error) {
      if (isDatabaseGone(error)) for (const { reject } of batch) reject(error);
      else if (batch.length > 1) for (const waiting of batch) await this.store([waiting]);
      else await this.storeAlone(batch[0]!, error);
    }
  }

  /** A reference that somebody has already is drawn again; anything else is this letter's failure. */
  private async storeAlone(waiting: Waiting, failure: unknown): Promise<void> {
    const tries = (waiting.letter.tries ?? 1) as number;
    if (
      (failure as { constraint?: string }).constraint !== 'letter_reference_key' ||
      tries >= REFERENCE_TRIES
    )
      return waiting.reject(failure);
    await this.store([
      { ...waiting, letter: { ...waiting.letter, reference: newReference(), tries: tries + 1 } },
    ]);
  }

  /** The same submission again: its first result. */
  private async firstResult({ key, digest }: ArrivingLetter): Promise<Received> {
    const first = await letterOfSubmission(this.dataSource, key);
    if (first?.digest !== digest) throw new SubmissionKeyReused();
    return { id: first.id, reference: first.reference, receivedAt: first.receivedAt, repeated: true };
  }

  private arrivingLetter(letter: NewLetter): ArrivingLetter {
    const id = uuidv7();
    const state = missingDetails(letter).length === 0 ? 'received' : 'details_needed';
    const owed = this.emails.owedOnReceipt(
      { id, email: letter.email, language: letter.language, state },
      letter.answer,
    );
    const termFrom = this.#termFrom(letter.paper);
    return {
      id,
      reference: newReference(),
      channel: letter.channel,
      language: letter.language,
      state,
      name: letter.name,
      surname: letter.surname,
      municipality: letter.municipality,
      municipality_code: letter.municipalityCode,
      address: letter.address,
      postal_code: letter.postalCode,
      country: letter.country,
      email: letter.email,
      phone: letter.phone,
      phone_e164: letter.phoneE164,
      reply_by: letter.replyBy,
      subject: letter.subject,
      message: letter.message,
      release_slug: letter.releaseSlug,
      suspect: letter.suspect,
      due_on: termFrom === null ? this.dueOn() : this.#dueFrom(termFrom),
      term_from: termFrom,
      key: letter.submissionKey,
      digest: letter.submissionDigest,
      attachments: attachmentRows(letter.attachments),
      owed: owed === null ? null : [owed],
      paper: letter.paper === undefined ? null : paperRow(letter.paper),
    };
  }

  /** The term of a paper letter counts from the day on which it arrived, also when it is entered later. */
  #termFrom(paper: Paper | undefined): Date | null {
    const { timeZone } = this.profile;
    if (paper === undefined || paper.arrivedOn === calendarDay(new Date(), timeZone)) return null;
    const [year, month, day] = paper.arrivedOn.split('-').map(Number) as [number, number, number];
    return momentsAt({ year, month, day, hour: 12, minute: 0 }, timeZone)?.[0] ?? null;
  }

  #dueFrom(moment: Date): Date {
    const { replyWithinDays, timeZone } = this.profile;
    return dueDate(moment, replyWithinDays, { timeZone });
  }

  /** Counting working days costs as much as storing a letter, and within one minute the answer is the same. */
  private dueOn(): Date {
    const minute = Math.floor(Date.now() / 60_000);
    if (this.#due?.minute !== minute) {
      this.#due = { minute, on: this.#dueFrom(new Date(minute * 60_000)) };
    }
    return this.#due.on;
  }
}

const paperRow = ({ arrivedOn, senderNumber, senderDate, enclosures, ...paper }: Paper) => ({
  arrived_on: arrivedOn,
  sender_number: senderNumber,
  sender_date: senderDate,
  enclosures,
  same_as: paper.sameAs,
  entered_by: paper.enteredBy,
  scan_id: paper.scanId,
});
