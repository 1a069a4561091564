import { dateline } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import type { SignedIn } from '../../staff/account.js';
import { RELEASE_STATES, type ReleaseState } from '../release.states.js';

/** Who looks, in which language, at whose office: what every part of the newsroom's pages needs. */
export interface DeskUi {
  language: Language;
  account: SignedIn;
  profile: OfficeProfile;
  /** `PUBLIC_URL`. */
  origin: string;
}

export const stateName = (language: Language, state: ReleaseState): string =>
  textIn(language, RELEASE_STATES[state].name);

/** What the office wrote in Cyrillic, in the interface's script; English interfaces read Serbian in Latin. */
export const inUiScript = ({ language }: Pick<DeskUi, 'language'>, text: string): string =>
  language === 'sr-Cyrl' ? text : toLatin(text);

/** The `lang` of such a text. */
export const uiScript = ({ language }: Pick<DeskUi, 'language'>) =>
  language === 'en' ? ('sr-Latn' as const) : undefined;

export const when = ({ profile }: Pick<DeskUi, 'profile'>, at: Date): string =>
  dateline(at, profile.timeZone);
