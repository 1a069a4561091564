import { fromYuscii, isYuscii, looksLikeYuscii } from './yuscii.js';

/** Eight-bit charsets in which people of the region have written mail; the first that fits best is taken. */
const REGION = ['windows-1251', 'windows-1250', 'iso-8859-2', 'iso-8859-5'];
/** By how much a charset must beat one of the region that the mail names. */
const BETTER_BY = 1.5;
/** So much of a text tells its charset. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * The words of a part, whatever charset its label promises. Bytes that are UTF-8 are read so; the labelled charset is
 * believed unless another one of the region gives much more Serbian, since webmail and old programs name the wrong one.
 * Never throws; what no charset can read becomes U+FFFD.
 */
export function decodeText(bytes: Uint8Array, label?: string): string {
  const charset = label?.trim().toLowerCase();
  if (bytes.every((byte) => byte < 0x80)) return decodeSevenBit(bytes, charset);
  const utf8 = tryDecode(bytes, 'utf-8', true);
  if (utf8 !== undefined && !/^utf-?16/.test(charset ?? '')) return utf8;
  const named = charset === undefined || /^utf-?8$/.test(charset) ? 'windows-1252' : charset;
  return tryDecode(bytes, likeliest(bytes.subarray(0, SAMPLE_BYTES), named)) ?? decodeLatin(bytes);
}

/** Plain ASCII, but for charsets that hide other letters in seven bits. */
function decodeSevenBit(bytes: Uint8Array, charset: string | undefined): string {
  if (charset !== undefined && /^(iso-2022|hz|utf-?16)/.test(charset)) {
    const decoded = tryDecode(bytes, charset);
    if (decoded !== undefined) return decoded;
  }
  const text = decodeLatin(bytes);
  return isYuscii(charset) || looksLikeYuscii(text) ? fromYuscii(text) : text;
}

function likeliest(sample: Uint8Array, named: string): string {
  const own = scoreOf(sample, named);
  // A label that programs put on anything weighs no more than none.
  const isChosen = REGION.includes(named) && own > 0;
  let best = { charset: named, score: isChosen ? own * BETTER_BY : own };
  for (const charset of REGION) {
    const score = scoreOf(sample, charset);
    if (score > Math.max(best.score, 0)) best = { charset, score };
  }
  return best.charset;
}

const SERBIAN_CYRILLIC = /^[А-ИК-ШЂЈЉЊЋЏ]?[а-ик-шђјљњћџ]+$|^[А-ИК-ШЂЈЉЊЋЏ]+$/;
const SERBIAN_LATIN = /^[A-ZČĆŽŠĐ]?[a-zčćžšđ]+$|^[A-ZČĆŽŠĐ]+$/;

/** How much of the text that ASCII does not tell is Serbian in this charset; below zero when little of it is. */
function scoreOf(sample: Uint8Array, charset: string): number {
  const text = tryDecode(sample, charset);
  if (text === undefined) return -Infinity;
  let score = 0;
  // Words are found first and looked at then: one pattern for both would take forever on a word without end.
  for (const [word] of text.matchAll(/[\p{L}\p{M}\u0080-\u009f\ufffd]+/gu))
    if (/[^\0-\x7f]/.test(word))
      score += (SERBIAN_CYRILLIC.test(word) || SERBIAN_LATIN.test(word) ? 1 : -1) * word.length;
  // Signs between the words, of which a wrong charset makes many.
  return score - (text.match(/[^\0-\x9f\p{L}\p{M}\ufffd]/gu)?.length ?? 0);
}

function tryDecode(bytes: Uint8Array, charset: string, fatal = false): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

const decodeLatin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes);
