import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from './environment.js';
import { projectRoot } from './project-root.js';

/** A text of the profile, written by hand in Cyrillic and English; Latin is derived (`script/texts.ts`). */
export interface ProfileText {
  sr: string;
  en: string;
}

export interface ProfileCategory {
  /** Stable code kept in the database, for example `health`. */
  code: string;
  name: ProfileText;
  /** Code of the category that it is a part of; what it leaves out below is as there. */
  parent?: string;
  /** Code of the unit that usually works on it. */
  unit?: string;
  /** Aim for an answer in calendar days, where it is not the office's usual one. */
  replyWithinDays?: number;
  /** False: a reply needs no approver (thanks for a greeting). */
  approval?: boolean;
}

/** A mark for letters with data of a special kind (law 87/2018, art. 17), or for eyes of few. */
export interface ProfileSensitiveMark {
  /** Stable code kept in the database, for example `health`. */
  code: string;
  name: ProfileText;
}

export interface ProfileUnit {
  code: string;
  name: ProfileText;
}

/** A body that letters are handed to because it, not this office, decides on their matter. */
export interface ProfileBody {
  /** Stable code kept in the database. */
  code: string;
  name: ProfileText;
  /** Where it takes letters; it has an e-mail address, a postal one, or both. */
  email?: string;
  /** Lines of its postal address below its name. */
  address?: ProfileText;
  /** Why it is competent, one sentence without "because": it stands in the covering letter and in the notice. */
  why: ProfileText;
  /** Codes of the categories that it usually decides on. */
  categories?: string[];
}

/** How letters are handed to competent bodies. */
export interface ProfileForwarding {
  /** On what legal ground, in plain words: the citizen is told it. */
  ground?: ProfileText;
  /** Other reasons to choose from, besides each body's own. */
  reasons: ProfileText[];
  bodies: ProfileBody[];
}

/** The office that this installation serves: everything that ties Pismo to one head of state. */
export class OfficeProfile {
  /** Who is written to, for example "Председник Републике Србије". */
  name: ProfileText;
  /** The unit that receives letters, for example "Канцеларија за преписку". */
  department: ProfileText;
  /** Postal address, one line an entry. */
  address: { street: ProfileText; postalCode: string; city: ProfileText };
  /** Address that citizens write to. */
  email: string;
  /** Default sender of automated mail; `MAIL_FROM` overrides it. */
  mailFrom: string;
  /** IANA time zone of deadlines, datelines and the register's year. */
  timeZone: string;
  /** Aim for an answer, in calendar days, rolled to the next working day. */
  replyWithinDays: number;
  /** Aim for an answer to an urgent letter, in working days from the day on which it is marked so. */
  urgentWithinWorkingDays: number;
  /** So many working days before the due date the officer is warned. */
  warnBeforeWorkingDays: number;
  /** Whoever wrote by e-mail and did not complete the details is reminded after so many days. */
  remindOfDetailsAfterDays = 10;
  /** The letter is closed when they have not come after so many days, the reminder included. */
  closeWithoutDetailsAfterDays = 30;
  /** So many letters are read to the head of state at a time, at most. */
  readingListLetters = 10;
  /** E-mail addresses that are told of every danger, besides the accounts that are on duty. */
  onDuty: string[] = [];
  categories: ProfileCategory[];
  sensitiveMarks: ProfileSensitiveMark[] = [];
  units: ProfileUnit[];
  forwarding: ProfileForwarding = { reasons: [], bodies: [] };
  /** Emergency numbers shown beside the form. */
  emergency: { name: ProfileText; number: string }[];
  /** What the President can and cannot do, one sentence part an entry. */
  powers: { can: ProfileText[]; cannot: ProfileText[] };

  /** The category itself after those that it is a part of; empty when the profile does not know it. */
  categoryPath(code: string | null): ProfileCategory[] {
    const category = this.categories.find((candidate) => candidate.code === code);
    return category === undefined ? [] : [...this.categoryPath(category.parent ?? null), category];
  }

  /** What a category says, or else what those say that it is a part of, the nearest first. */
  ofCategory<K extends 'unit' | 'replyWithinDays' | 'approval'>(
    code: string | null,
    what: K,
  ): ProfileCategory[K] {
    return this.categoryPath(code).findLast((category) => category[what] !== undefined)?.[what];
  }

  /** Code of the unit that works on a category when nobody says otherwise: its own, else the office's first. */
  usualUnit(category: string): string {
    return this.ofCategory(category, 'unit') ?? this.units[0]!.code;
  }

  /** Codes of a category and of all its parts. */
  categoryWithParts(code: string): string[] {
    const parts = this.categories.filter(({ parent }) => parent === code);
    return [code, ...parts.flatMap((part) => this.categoryWithParts(part.code))];
  }
}

/** Reads the profile (JSON). Throws {@link ConfigurationError} naming the file and what is wrong with it. */
export function readOfficeProfile(file = join(projectRoot, 'office', 'profile.json')): OfficeProfile {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigurationError([`OFFICE_PROFILE ${file} cannot be read: ${(error as Error).message}`]);
  }
  const profile = Object.assign(new OfficeProfile(), parsed);
  const problems = checkProfile(profile).map((problem) => `OFFICE_PROFILE ${file}: ${problem}`);
  if (problems.length > 0) throw new ConfigurationError(problems);
  return profile;
}

function checkProfile(profile: OfficeProfile): string[] {
  const problems: string[] = [];
  const needText = (path: string, text: Partial<ProfileText> | undefined) => {
    if (!text?.sr || !text.en) problems.push(`"${path}" needs both "sr" and "en".`);
  };
  needText('name', profile.name);
  needText('department', profile.department);
  needText('address.street', profile.address?.street);
  needText('address.city', profile.address?.city);
  if (!profile.email?.includes('@')) problems.push('"email" is not an e-mail address.');
  if (!profile.mailFrom?.includes('@')) problems.push('"mailFrom" is not an e-mail address.');
  if (!(profile.replyWithinDays > 0)) problems.push('"replyWithinDays" must be a number of days above 0.');
  for (const name of ['urgentWithinWorkingDays', 'warnBeforeWorkingDays'] as const)
    if (!(profile[name] > 0)) problems.push(`"${name}" must be a number of working days above 0.`);
  if (!(profile.remindOfDetailsAfterDays >= 1))
    problems.push('"remindOfDetailsAfterDays" must be a number of days from 1 on.');
  if (!(profile.closeWithoutDetailsAfterDays >= profile.remindOfDetailsAfterDays + 1))
    problems.push('"closeWithoutDetailsAfterDays" must be at least a day above "remindOfDetailsAfterDays".');
  if (!(profile.readingListLetters >= 1 && profile.readingListLetters <= 50))
    problems.push('"readingListLetters" must be a number from 1 to 50.');
  try {
    new Intl.DateTimeFormat('en', { timeZone: profile.timeZone });
  } catch {
    problems.push(`"timeZone" ${profile.timeZone} is not an IANA time zone.`);
  }
  for (const address of profile.onDuty)
    if (!address.includes('@')) problems.push(`"onDuty": ${address} is not an e-mail address.`);
  const units = new Set((profile.units ?? []).map((unit) => unit.code));
  if (units.size === 0) problems.push('"units" is empty: name at least one unit.');
  if (!profile.categories?.length) problems.push('"categories" is empty: name at least one category.');
  problems.push(...checkCategories(profile, units, needText));
  for (const mark of profile.sensitiveMarks) needText(`sensitiveMarks.${mark.code}.name`, mark.name);
  for (const unit of profile.units ?? []) needText(`units.${unit.code}.name`, unit.name);
  problems.push(...checkForwarding(profile, needText));
  return problems;
}

function checkForwarding(
  { forwarding, categories = [] }: OfficeProfile,
  needText: (path: string, text: Partial<ProfileText> | undefined) => void,
): string[] {
  const problems: string[] = [];
  const { ground, reasons = [], bodies = [] } = forwarding;
  if (ground !== undefined) needText('forwarding.ground', ground);
  for (const [index, reason] of reasons.entries()) needText(`forwarding.reasons[${index}]`, reason);
  for (const body of bodies) {
    const path = `forwarding.bodies.${body.code}`;
    needText(`${path}.name`, body.name);
    needText(`${path}.why`, body.why);
    if (body.address !== undefined) needText(`${path}.address`, body.address);
    if (body.email === undefined && body.address === undefined)
      problems.push(`"${path}" needs "email" or "address".`);
    if (body.email !== undefined && !body.email.includes('@'))
      problems.push(`"${path}.email" is not an e-mail address.`);
    const unknown = body.categories?.find((code) => !categories.some((category) => category.code === code));
    if (unknown !== undefined) problems.push(`"${path}" names the unknown category "${unknown}".`);
  }
  if (new Set(bodies.map(({ code }) => code)).size < bodies.length)
    problems.push('two bodies of "forwarding" have the same code.');
  return problems;
}

function checkCategories(
  { categories = [] }: OfficeProfile,
  units: Set<string>,
  needText: (path: string, text: Partial<ProfileText> | undefined) => void,
): string[] {
  const problems: string[] = [];
  const above = new Map(categories.map(({ code, parent }) => [code, parent]));
  for (const { code, name, unit, parent } of categories) {
    needText(`categories.${code}.name`, name);
    if (unit !== undefined && !units.has(unit))
      problems.push(`category "${code}" names the unknown unit "${unit}".`);
    if (parent !== undefined && !above.has(parent))
      problems.push(`category "${code}" is a part of the unknown category "${parent}".`);
    const seen = new Set<string>();
    for (let at: string | undefined = code; at !== undefined && above.has(at); at = above.get(at)) {
      if (seen.has(at)) {
        problems.push(`category "${code}" is a part of itself.`);
        break;
      }
      seen.add(at);
    }
  }
  if (above.size < categories.length) problems.push('two categories have the same code.');
  return problems;
}
