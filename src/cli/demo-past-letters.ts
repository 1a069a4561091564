import type { INestApplicationContext } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { officeParts } from '../calendar/dates.js';
import { OfficeProfile } from '../config/office-profile.js';
import { LetterEmails } from '../letters/emails/letter-emails.service.js';
import { newReference } from '../letters/reference.js';
import { searchKey } from '../script/search-key.js';
import type { PastLetterRow } from './demo-archive.queries.js';
import { type DemoLetter, demoLetters } from './demo-letters.js';
import { type Past, pastOf } from './demo-past.js';

const YEAR = 365.25 * 86_400_000;
/** The share of letters that are about a release. */
const ABOUT_RELEASES = 0.05;

/** The letters in the order in which they came in, evenly over the years up to now, each with its number. */
export async function* pastLetters(
  app: INestApplicationContext,
  officers: string[],
  {
    letters,
    years,
    seed,
    releases = [],
  }: { letters: number; years: number; seed: number; releases?: readonly string[] },
): AsyncGenerator<PastLetterRow> {
  const profile = app.get(OfficeProfile, { strict: false });
  const emails = app.get(LetterEmails, { strict: false });
  const random = seeded(seed);
  const now = new Date();
  const apart = (years * YEAR) / letters;
  const last = { year: 0, number: 0 };
  let place = 0;
  for await (const invented of demoLetters(letters, seed)) {
    const receivedAt = new Date(Math.floor(now.getTime() - (letters - place - random()) * apart));
    place += 1;
    const year = yearOf(receivedAt, profile.timeZone);
    Object.assign(last, { year, number: year === last.year ? last.number + 1 : 1 });
    const past = pastOf({ ...invented, receivedAt }, { profile, officers, now, random });
    const letter = past.state === 'details_needed' ? { ...invented, address: '' } : invented;
    const id = uuidv7({ msecs: receivedAt.getTime() });
    const owed = emails.owedOnReceipt({ ...letter, id, state: past.state });
    const release = random() < ABOUT_RELEASES ? releases[Math.floor(random() * releases.length)] : undefined;
    yield {
      found: foundBy(letter),
      ...rowOf(id, letter, past, receivedAt),
      ...last,
      owed: owed ? [owed] : [],
      release_slug: release,
    };
  }
}

function rowOf(id: string, letter: DemoLetter, past: Past, receivedAt: Date) {
  return {
    id,
    reference: newReference(),
    channel: letter.channel,
    language: letter.language,
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
    state: past.state,
    category: past.category,
    unit: past.unit,
    urgency: past.urgency,
    urgency_reason: past.urgencyReason,
    assigned_to: past.assignedTo,
    closed_reason: past.closedReason,
    due_on: past.dueOn,
    clock_stopped_at: past.state === 'details_needed' ? receivedAt : null,
    received_at: receivedAt,
    updated_at: past.updatedAt,
    events: past.events.map(({ at, kind, mover, accountId, from, to, reason, details }) => ({
      ...{ at, kind, mover, reason, details },
      ...{ account_id: accountId, from_state: from, to_state: to },
    })),
  };
}

/** What the letter is found by, as `indexLetters` has it. */
function foundBy(letter: DemoLetter): PastLetterRow['found'] {
  const words = (text: string) => searchKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ');
  const digits = (phone: string | null) => phone && phone.replace(/\D/g, '');
  const together = (...parts: (string | null)[]) => parts.filter((part) => part !== null).join(' ');
  const { name, surname, municipality } = letter;
  return {
    name_key: ` ${words(`${name} ${surname}`)}`,
    contact_key: together(digits(letter.phoneE164), digits(letter.phone), letter.email).toLowerCase(),
    place_key: words(municipality).trim(),
    text_key: searchKey(together(letter.subject, letter.message)),
    writer_key: searchKey(together(name, surname, municipality, letter.address)),
  };
}

/** Asking the calendar costs more than storing the letter, and all letters of an hour have the same year. */
function yearOf(date: Date, timeZone: string): number {
  const hour = Math.floor(date.getTime() / 3_600_000);
  if (YEAR_OF.hour !== hour) Object.assign(YEAR_OF, { hour, year: officeParts(date, timeZone).year });
  return YEAR_OF.year;
}

const YEAR_OF = { hour: 0, year: 0 };

/** Numbers from 0 to 1, the same for the same seed (mulberry32, public domain). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
