import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Room } from '../../src/app.module.js';
import { LettersModule } from '../../src/letters/letters.module.js';
import { LettersService } from '../../src/letters/letters.service.js';
import type { NewLetter, Received } from '../../src/letters/new-letter.js';
import type { Officer } from '../../src/letters/viewer.js';
import { StaffModule } from '../../src/staff/staff.module.js';
import type { TestApp } from './app.js';

/** The letters and what every program has around them: the queue page asks the staff room. */
export const LETTER_ROOMS: Room[] = [StaffModule, LettersModule];

/** A letter with everything that the form asks for; each has a submission key of its own. */
export function newLetter(different: Partial<NewLetter> = {}): NewLetter {
  return {
    channel: 'web',
    language: 'sr-Cyrl',
    name: 'Радмила',
    surname: 'Стојадиновић-Вукосављевић',
    municipality: 'Бољевац',
    municipalityCode: '70335',
    address: 'Доње Поље бб',
    postalCode: '19370',
    country: 'RS',
    email: 'radmila@example.org',
    phone: null,
    phoneE164: null,
    replyBy: 'email',
    subject: 'Мост у Доњем Пољу',
    message: 'Поштовани председниче,\n\nпишем Вам у име четрнаест домаћинстава. Мост је срушила бујица.',
    releaseSlug: null,
    attachments: [],
    submissionKey: randomUUID(),
    submissionDigest: 'digest',
    suspect: [],
    ...different,
  };
}

/** Receives a letter in a running test app. */
export function buildLetter(
  app: Pick<TestApp, 'get'>,
  different: Partial<NewLetter> = {},
): Promise<Received> {
  return app.get(LettersService).receive(newLetter(different));
}

/** An officer for the services, without an account behind it. */
export function officer(different: Partial<Officer> = {}): Officer {
  return { accountId: randomUUID(), roles: ['triage'], unit: null, ...different };
}

/** Empties the letters' tables, so that the tests of one file can share an app. */
export async function forgetLetters(app: Pick<TestApp, 'get'>): Promise<void> {
  await app.get(DataSource).query(`
    TRUNCATE letter, letter_event, letter_attachment, letter_supplement, submission_key, register_entry,
      register_pending, letter_search, letter_indexing, outgoing_email CASCADE`);
}
