const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'đ', е: 'e', ж: 'ž', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'ć', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'č',
  џ: 'dž', ш: 'š',
};

const isUpperLetter = (char: string | undefined) =>
  char !== undefined && char !== char.toLowerCase() && char === char.toUpperCase();

/**
 * Serbian Cyrillic to Latin, letter by letter; everything else stays as it is. A capital Љ, Њ or Џ becomes
 * two capitals when a neighbouring letter is upper-case (ЉУБАВ → LJUBAV), else one (Љубав → Ljubav).
 */
export function toLatin(text: string): string {
  const chars = [...text];
  return chars
    .map((char, index) => {
      const lower = char.toLowerCase();
      const latin = LATIN[lower];
      if (latin === undefined) return char;
      if (char === lower) return latin;
      if (latin.length === 1) return latin.toUpperCase();
      const amongCapitals = isUpperLetter(chars[index - 1]) || isUpperLetter(chars[index + 1]);
      return amongCapitals ? latin.toUpperCase() : latin[0]!.toUpperCase() + latin.slice(1);
    })
    .join('');
}
