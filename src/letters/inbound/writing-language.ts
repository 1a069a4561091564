import type { Language } from '../../script/texts.js';

const words = (list: string) => new Set(list.split(' '));

/** Words that stand in nearly every text of their language and in few of the other. */
const SERBIAN = words(
  'je i da se na u za su sam nije smo ste ja mi vi od do kao koji koja koje što sto li ne sa iz po ili ali ako jer kako kada sve samo već vec biti bih bi može moze molim vas vam vaš vas poštovani postovani predsedniče predsednice hvala pozdrav ovo ovaj moj moja naš nas ima nema treba dana godine pismo',
);
const ENGLISH = words(
  'the and of to is are was were in that it for you your with this have has had be not from my we our i as on at by would please thank dear president letter regards which there their will can',
);
/** Enough of a text to tell its language. */
const SAMPLE = 5_000;

/**
 * In which language and script somebody writes, so that the office writes back in the same: by the share of Cyrillic
 * letters, else by the commonest words and Serbian letters. A text that says nothing of itself is answered in Cyrillic.
 */
export function writingLanguage(text: string): Language {
  const sample = text.replace(/^>.*$/gm, '').slice(0, SAMPLE);
  const cyrillic = sample.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = sample.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  if (latin === 0 || cyrillic >= latin) return 'sr-Cyrl';
  let serbian = (sample.match(/[čćžšđ]/gi)?.length ?? 0) / 2;
  let english = 0;
  for (const [word] of sample.toLowerCase().matchAll(/[\p{L}']+/gu)) {
    if (SERBIAN.has(word)) serbian += 1;
    if (ENGLISH.has(word)) english += 1;
  }
  return english > serbian || (english === 0 && serbian === 0 && latin > 200) ? 'en' : 'sr-Latn';
}
