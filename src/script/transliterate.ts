// prettier-ignore
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

const CYRILLIC = Object.fromEntries(Object.entries(LATIN).map(([cyrillic, latin]) => [latin, cyrillic]));

/** E-mail addresses, web addresses and names of files, which are Latin in Cyrillic text too. */
const ADDRESS =
  /@|:\/\/|^\W*[Ww]{3}\.|[\p{L}\d]\.(rs|com|org|net|info|eu|edu|gov|io|me|ba|hr|mk|example|pdf|docx?|odt|txt|jpe?g|png|heic)(?![\p{L}\d])/u;

/** A letter that Serbian Latin does not have: the whole word is foreign then (Washington, Müller). */
const FOREIGN = /[^a-pr-vzčćđšž]/i;

/** From II up; MI and LI are Serbian words. */
const ROMAN_NUMERAL = /^(?!MI$|LI$)(?=..)M{0,3}(C[MD]|D?C{0,3})(X[CL]|L?X{0,3})(I[XV]|V?I{0,3})$/;

/** An n before j and a d before ž that only meet it, most of them where a prefix ends: ињекција would be wrong. */
const APART = new RegExp(
  [
    '(?<=^a)n(?=jon)',
    '(?<=i)n(?=jek[ct])',
    '(?<=ko)n(?=jug|junk)',
    '(?<=^ta)n(?=jug)',
    '(?<=va)n(?=jezi[čc])',
    '(?<=^na)d(?=ž(?:iv|nj|up))',
    '(?<=^o)d(?=ž(?:iv|vaka))',
    '(?<=^po)d(?=ž(?:anr|up))',
  ].join('|'),
  'gi',
);

/**
 * Serbian Latin to Cyrillic, only ever a suggestion to a person: nj, lj and dž are ambiguous, and foreign words
 * are not always known from Serbian ones. Addresses, files, words with foreign letters and Roman numerals stay.
 */
export function toCyrillic(text: string): string {
  const folded = text.normalize('NFKC');
  return folded.replace(/\S+/g, (token: string, start: number) => {
    if (ADDRESS.test(token)) return token;
    return token.replace(/[\p{L}\p{M}]+/gu, (word: string, offset: number) =>
      FOREIGN.test(word) || isNumeral(word, folded, start + offset) ? word : wordToCyrillic(word),
    );
  });
}

/** A lone I is a numeral inside a sentence (Petar I) and the word "and" at its start; V. is somebody's initial. */
function isNumeral(word: string, text: string, position: number): boolean {
  if (word === 'V') return text[position + 1] !== '.';
  if (word !== 'I') return ROMAN_NUMERAL.test(word);
  const before = text.slice(Math.max(0, position - 20), position);
  const startsSentence = /(^|[.!?:;])[^\p{L}\p{N}]*$/u.test(before);
  return !startsSentence && /\p{Ll}/u.test(text);
}

function wordToCyrillic(word: string): string {
  return word.replace(APART, '$&|').replace(/lj|nj|dž|./gi, (latin) => {
    const cyrillic = CYRILLIC[latin.toLowerCase()] ?? '';
    return isUpperLetter(latin[0]) ? cyrillic.toUpperCase() : cyrillic;
  });
}
