const ATTRIBUTION =
  /^(on\b.{5,200}\bwrote|.{5,200}\b(?:napisao|napisala|napisao\/la|је написао|је написала|је написао\/ла)|.{5,200}(?:написао|написала|написао\/ла))\s*:$/i;
const DIVIDER =
  /^-{2,}\s*(original message|originalna poruka|izvorna poruka|изворна порука|оригинална порука)\s*-{2,}$/i;
const FROM = /^\*?(from|od|šalje|од|шаље)\s*:/i;
const SENT = /^\*?(sent|date|poslato|datum|послато|датум)\s*:/i;
/** Stands before a message that the writer encloses on purpose: that is no history. */
const ENCLOSED = '-----';

/**
 * Parts a letter's own words from the earlier mails that programs quote below them. Words that stand between or after
 * quotations are the writer's, so then nothing is parted; nor is it when nothing else would be left.
 */
export function partQuoted(text: string): { own: string; quoted: string } {
  const lines = text.split('\n');
  const at = lines.findIndex((_, index) => beginsHistory(lines, index));
  const own = lines.slice(0, Math.max(at, 0)).join('\n').trimEnd();
  return at < 0 || own.trim() === ''
    ? { own: text, quoted: '' }
    : { own, quoted: lines.slice(at).join('\n').trim() };
}

function beginsHistory(lines: readonly string[], index: number): boolean {
  const line = lines[index]!.trim();
  if (line === '') return false;
  const rest = lines.slice(index + 1);
  if (DIVIDER.test(line)) return true;
  if (FROM.test(line))
    return lines[index - 1] !== ENCLOSED && rest.slice(0, 3).some((next) => SENT.test(next.trim()));
  if (line.startsWith('>')) return isAllQuoted(lines.slice(index));
  // An attribution may be broken into two lines.
  const joined = `${line} ${rest[0]?.trim() ?? ''}`;
  if (ATTRIBUTION.test(line)) return isAllQuoted(rest);
  return ATTRIBUTION.test(joined) && isAllQuoted(rest.slice(1));
}

const isAllQuoted = (lines: readonly string[]) =>
  lines.some((line) => line.startsWith('>')) &&
  lines.every((line) => line.trim() === '' || line.startsWith('>'));
