import type { ProfileText } from '../config/office-profile.js';

/** What a release is about, by its stable code. Readers browse by it; a release may have none. */
export const SECTIONS = {
  education: { sr: 'Просвета и наука', en: 'Education and science' },
  health: { sr: 'Здравство и социјална питања', en: 'Health and social affairs' },
  economy: { sr: 'Привреда и село', en: 'Economy and countryside' },
  culture: { sr: 'Култура и баштина', en: 'Culture and heritage' },
  foreign: { sr: 'Спољни послови', en: 'Foreign affairs' },
  honours: { sr: 'Одликовања и сећања', en: 'Honours and remembrance' },
  visits: { sr: 'Обиласци', en: 'Visits' },
  office: { sr: 'Рад канцеларије', en: 'Work of the office' },
} as const satisfies Record<string, ProfileText>;

export type SectionCode = keyof typeof SECTIONS;

export const isSection = (code: string): code is SectionCode => Object.hasOwn(SECTIONS, code);
