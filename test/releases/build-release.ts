import type { NewRelease, NewReleasePicture } from '../../src/releases/new-release.js';

/** A release that may be published; give what the test is about. */
export function buildRelease(given: Partial<NewRelease> = {}): NewRelease {
  return {
    publishedAt: new Date('2026-03-02T12:00:00Z'),
    sr: { title: 'Отворена читаоница', lead: 'Ради и суботом.', body: 'Читаоница је *поново* отворена.' },
    en: {
      title: 'Reading room opened',
      lead: 'Open on Saturdays too.',
      body: 'The reading room is open *again*.',
    },
    pictures: [],
    ...given,
  };
}

/** A release that is known by its title only; no English. */
export const titled = (title: string, publishedAt: string, given: Partial<NewRelease> = {}): NewRelease =>
  buildRelease({
    sr: { title, lead: '', body: 'Текст.' },
    en: undefined,
    publishedAt: new Date(publishedAt),
    ...given,
  });

export function buildPicture(given: Partial<NewReleasePicture> = {}): NewReleasePicture {
  return {
    ...{ sha256: 'a'.repeat(64), size: 1234, mediaType: 'image/jpeg', name: 'picture.jpg' },
    ...{ original: 'a'.repeat(64), variants: [] },
    width: 1280,
    height: 800,
    credit: { sr: 'Илустрација: Писмо', en: 'Illustration: Pismo' },
    alt: { sr: 'Мост преко реке', en: 'A bridge over a river' },
    ...given,
  };
}
