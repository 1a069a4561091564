/** What the typed beginning of a letter's public code or register number can mean. */
export interface NumberBeginning {
  /** The beginning of a reference as it is kept. */
  reference?: string;
  /** Ranges of the year's numbers, first the number that is meant when it is typed whole. */
  entry?: { year: number; ranges: [low: number, high: number][] };
}

/** Register numbers are written with so many digits at least. */
const DIGITS = 6;
/** A number longer than this is none of the register. */
const MOST_DIGITS = 9;

/** Undefined for what can be neither. */
export function numberBeginning(typed: string): NumberBeginning | undefined {
  const reference = referenceBeginning(typed);
  const entry = entryBeginning(typed);
  return reference === undefined && entry === undefined ? undefined : { reference, entry };
}

/**
 * The beginning of a reference, typed in any case and with O for 0. Most short words are also the beginning of some
 * reference, so one of letters alone counts from five on.
 */
function referenceBeginning(typed: string): string | undefined {
  const chars = typed.toUpperCase().replace(/-/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{3,8}$/.test(chars)) return undefined;
  if (chars.length < 5 && !/\d|-/.test(typed)) return undefined;
  return chars.length > 4 ? `${chars.slice(0, 4)}-${chars.slice(4)}` : chars;
}

function entryBeginning(typed: string): NumberBeginning['entry'] {
  const found = /^(\d{4})[-/](\d{0,9})$/.exec(typed);
  if (!found) return undefined;
  const [, year, digits] = found as unknown as [string, string, string];
  if (digits === '') return { year: Number(year), ranges: [[1, 10 ** MOST_DIGITS - 1]] };
  const number = Number(digits);
  const ranges: [number, number][] = number === 0 ? [] : [[number, number]];
  // Written whole it has zeros in front or, past a million, a digit more.
  for (const width of digits.startsWith('0') ? [DIGITS] : [DIGITS, DIGITS + 1]) {
    const rest = 10 ** (width - digits.length);
    if (rest > 1) ranges.push([number * rest, (number + 1) * rest - 1]);
  }
  return ranges.length === 0 ? undefined : { year: Number(year), ranges };
}
