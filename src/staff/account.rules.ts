import { isEmail } from 'class-validator';
import type { OfficeProfile } from '../config/office-profile.js';
import { LANGUAGES, type Language } from '../script/texts.js';
import type { Role } from '../web/access.js';
import { LONGEST_PASSWORD, passwordFault, SHORTEST_PASSWORD } from './password.rules.js';
import type { Refusal } from './staff-refused.js';

const LONGEST_NAME = 200;

/** What an account is, apart from who may be signed in to it. */
export interface AccountDetails {
  name: string;
  roles: Role[];
  /** Code of a unit of the office profile. */
  unit: string | null;
  language: Language;
  /** Told by e-mail at once when a letter is marked as a danger; as it was when not given. */
  onDuty?: boolean;
}

/** One line: whatever would break a list or steer a terminal becomes a space. */
export const tidyName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** Everything that is wrong with the details at once, so that a form shows all of it. */
export function faultsOfDetails(details: AccountDetails, profile: OfficeProfile): Refusal[] {
  const { name, roles, unit, language } = details;
  const refusals: Refusal[] = [];
  if (name.length === 0) refusals.push({ code: 'name-missing', field: 'name' });
  if (name.length > LONGEST_NAME)
    refusals.push({ code: 'name-long', field: 'name', values: { most: `${LONGEST_NAME}` } });
  if (roles.length === 0) refusals.push({ code: 'roles-missing', field: 'roles' });
  const units = profile.units.map(({ code }) => code);
  if (unit !== null && !units.includes(unit))
    refusals.push({ code: 'unit-unknown', field: 'unit', values: { unit, units: units.join(', ') } });
  if (!LANGUAGES.includes(language))
    refusals.push({
      code: 'language-unknown',
      field: 'language',
      values: { languages: LANGUAGES.join(', ') },
    });
  return refusals;
}

/** One strict address. */
export function faultsOfEmail(email: string): Refusal[] {
  return isEmail(email) ? [] : [{ code: 'email-invalid', field: 'email', values: { email } }];
}

export function faultsOfPassword(password: string, about: string[]): Refusal[] {
  const code = passwordFault(password, about);
  const values = { least: `${SHORTEST_PASSWORD}`, most: `${LONGEST_PASSWORD}` };
  return code ? [{ code, field: 'password', values }] : [];
}
