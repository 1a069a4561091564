/** What a letter is found by, once accents are taken off: Serbian Cyrillic first, then its neighbours. */
// prettier-ignore
const FOLDED: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'dj', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj',
  м: 'm', н: 'n', њ: 'nj', о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c',
  џ: 'dz', ш: 's',
  ґ: 'g', є: 'je', ѕ: 'dz', щ: 'sc', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'ju', я: 'ja',
  đ: 'dj', æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd', ı: 'i', ł: 'l', ø: 'o', ħ: 'h', ŧ: 't', ŋ: 'n', ς: 'σ',
};

/** Combining accents, soft hyphens and characters without width: nobody searches for them. */
const UNSEEN = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]/g;

/**
 * What a word is found by: "Ђорђевић", "Đorđević", "Djordjevic" and "ЂОРЂЕВИЋ" are all "djordjevic". Letters of
 * Serbian and of European Latin become small ASCII; other scripts and signs stay. Equal to SQL `search_key(text)`
 * for all that PostgreSQL can store, save letters that only one side's Unicode version knows.
 */
export function searchKey(text: string): string {
  // PostgreSQL stores neither half characters nor NUL.
  const storable = text.toWellFormed().replaceAll('\0', '');
  const plain = storable.normalize('NFKD').toLowerCase().replace(UNSEEN, '');
  return plain.replace(/\P{ASCII}/gu, (char) => FOLDED[char] ?? char);
}
