const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Longest search, in characters; longer ones are cut on pages and refused by the API. */
export const LONGEST_SEARCH = 200;

/** Longest excerpt, in characters. */
const EXCERPT = 220;

/** Every word of a text once, as written. */
export const wordsOf = (text: string): string[] => [...new Set(text.match(WORD) ?? [])];

/** The text in parts, with the words of the set apart. */
export function markWords(text: string, found: ReadonlySet<string>): { text: string; isFound: boolean }[] {
  const parts: { text: string; isFound: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    if (!found.has(match[0])) continue;
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isFound: false });
    parts.push({ text: match[0], isFound: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isFound: false });
  return parts;
}

/** The first sentence that has a found word, cut between words if it is long; undefined when none has. */
export function sentenceWith(text: string, found: ReadonlySet<string>): string | undefined {
  const sentence = text
    .split(/(?<=[.!?])\s+|\n+/u)
    .find((candidate) => wordsOf(candidate).some((word) => found.has(word)));
  if (sentence === undefined || sentence.length <= EXCERPT) return sentence;
  const at = [...sentence.matchAll(WORD)].find(([word]) => found.has(word))!.index;
  const start = at > EXCERPT / 2 ? sentence.indexOf(' ', at - EXCERPT / 2) + 1 : 0;
  const stop = sentence.lastIndexOf(' ', start + EXCERPT);
  const end = stop > at ? stop : sentence.length;
  return `${start > 0 ? '… ' : ''}${sentence.slice(start, end)}${end < sentence.length ? ' …' : ''}`;
}
