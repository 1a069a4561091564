import type { Language } from '../script/texts.js';

/** The two fonts that a page's first screen needs most; the rest come when the stylesheet asks for them. */
export const fontsOf = (language: Language): readonly string[] =>
  language === 'sr-Cyrl'
    ? ['serif-cyrillic.woff2', 'sans-cyrillic.woff2']
    : ['serif-latin.woff2', 'sans-latin.woff2'];
