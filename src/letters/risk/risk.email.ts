import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language } from '../../script/texts.js';
import { officeNotice } from '../emails/office-notice.js';
import type { Risk } from '../letter.entity.js';
import { riskTexts } from './risk.texts.js';

/** To those on duty: what kind of danger, which letter, and where it is. Nothing of the letter itself. */
export function riskEmail(
  profile: OfficeProfile,
  publicUrl: string,
  language: Language,
  letter: { reference: string; registerNumber: string | null; risk: Risk },
) {
  const { kinds, subject, intro, open, note } = riskTexts[language];
  const kind = kinds[letter.risk];
  const number = letter.registerNumber ?? letter.reference;
  const notice = { subject: fill(subject, { kind, number }), heading: kind, intro, open, note };
  return officeNotice(profile, publicUrl, language, notice, letter);
}
