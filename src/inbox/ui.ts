import type { OfficeProfile } from '../config/office-profile.js';
import { type Language, textIn } from '../script/texts.js';
import { toLatin } from '../script/transliterate.js';
import type { SignedIn } from '../staff/account.js';

/** Who looks, in which language, at whose office and when: what every part of the inbox's pages needs. */
export interface Ui {
  language: Language;
  account: SignedIn;
  profile: OfficeProfile;
  now: Date;
}

/** A category's name, or its code when the profile no longer knows it. */
export function categoryName(ui: Ui, code: string): string {
  const category = ui.profile.categoryPath(code).at(-1);
  return category ? textIn(ui.language, category.name) : code;
}

/** A category after those that it is a part of: "Health › Waiting lists". */
export const categoryPath = (ui: Ui, code: string): string =>
  ui.profile
    .categoryPath(code)
    .map(({ name }) => textIn(ui.language, name))
    .join(' › ') || code;

/** A sensitive mark's name, or its code when the profile no longer knows it. */
export function markName(ui: Ui, code: string): string {
  const mark = ui.profile.sensitiveMarks.find((candidate) => candidate.code === code);
  return mark ? textIn(ui.language, mark.name) : code;
}

/** A unit's name, or its code when the profile no longer knows it. */
export function unitName(ui: Ui, code: string): string {
  const unit = ui.profile.units.find((candidate) => candidate.code === code);
  return unit ? textIn(ui.language, unit.name) : code;
}

/** A place of the gazetteer in the interface's script; what a citizen wrote freely stays as written. */
export function placeName(
  ui: Pick<Ui, 'language'>,
  place: { municipality: string | null; municipalityCode: string | null },
): string {
  if (place.municipality === null) return '';
  const isOfficial = place.municipalityCode !== null;
  return isOfficial && ui.language !== 'sr-Cyrl' ? toLatin(place.municipality) : place.municipality;
}

/** A rule's name in the interface's script, like an officer's. */
export const ruleName = (ui: Pick<Ui, 'language'>, name: string) => officerName(ui, name);

/** An officer's name in the interface's script: Cyrillic names are read in Latin where the page is in Latin. */
export const officerName = (ui: Pick<Ui, 'language'>, name: string) =>
  ui.language === 'sr-Cyrl' ? name : toLatin(name);
