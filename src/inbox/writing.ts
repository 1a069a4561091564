/**
 * The `lang` of a citizen's words, from their script, so that Serbian letter forms and the right voice are
 * chosen. Latin letters say nothing of the language by themselves: the letter's own language decides.
 */
export function writingOf(text: string, language = 'sr-Latn'): string {
  const cyrillic = text.match(/[\u0400-\u04ff]/g)?.length ?? 0;
  const latin = text.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  if (cyrillic > latin) return 'sr-Cyrl';
  return language === 'en' ? 'en' : 'sr-Latn';
}

/** The first words of a letter in one line: white space folded, cut at a whole character. */
export function firstWords(text: string, limit = 160): string {
  const line = text
    .slice(0, limit * 4)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...line];
  return characters.length <= limit ? line : `${characters.slice(0, limit).join('').trimEnd()}…`;
}

/** The paragraphs of a letter as its writer parted them by empty lines; line breaks inside stay. */
export function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/^\n+|\n+$/g, ''))
    .filter((paragraph) => paragraph.trim() !== '');
}
