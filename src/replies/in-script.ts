import type { Language } from '../script/texts.js';
import { toCyrillic, toLatin } from '../script/transliterate.js';

/** What stays as it is: fields in double braces, and the addresses of Markdown links. */
const KEPT = /\{\{[^{}]*\}\}|\]\([^)\s]*\)/g;

/**
 * A text in the other script: Latin is derived from Cyrillic; Cyrillic only ever because an officer asks for it and then
 * reads it. English stays.
 */
export function inScriptOutsideFields(text: string, language: Language): string {
  if (language === 'en') return text;
  const turn = language === 'sr-Cyrl' ? toCyrillic : toLatin;
  let turned = '';
  let end = 0;
  for (const kept of text.matchAll(KEPT)) {
    turned += turn(text.slice(end, kept.index)) + kept[0];
    end = kept.index + kept[0].length;
  }
  return turned + turn(text.slice(end));
}
