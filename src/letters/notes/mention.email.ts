import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language } from '../../script/texts.js';
import { officeNotice } from '../emails/office-notice.js';
import { mentionTexts } from './notes.texts.js';

/** What an officer is told of: a colleague's note, or what the head of state wrote on their letter. */
export type MentionCause = 'note' | 'annotation';

/** To an officer whom a note mentions: who, on which letter, and where it is. */
export function mentionEmail(
  profile: OfficeProfile,
  publicUrl: string,
  language: Language,
  letter: { reference: string; registerNumber: string | null; who: string; of: MentionCause },
) {
  const { subject, heading, intro, open, note } = mentionTexts[language][letter.of];
  const words = { who: letter.who, number: letter.registerNumber ?? letter.reference };
  const notice = { subject: fill(subject, words), heading, intro: fill(intro, words), open, note };
  return officeNotice(profile, publicUrl, language, notice, letter);
}
