import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** A telephone number as the citizen wrote it and, where it can be told, as it is dialled from anywhere. */
export interface Phone {
  /** As written, without surrounding spaces. */
  raw: string;
  /** "+381113043066"; null when the number is not certainly dialled so. */
  e164: string | null;
  /** Whether the page should ask to look again; a doubtful number is kept all the same. */
  doubtful: boolean;
}

/** Village exchanges have numbers of five digits; with fewer nobody can be called. */
const FEWEST_DIGITS = 5;

/** Within Serbia every number is dialled with 0 in front; without it, it may lack its area: "304-30-66". */
const WHOLE_IN_SERBIA = /^\D*(\+|0|381)/;

/**
 * Reads a number written in any usual way ("011/304-30-66", "00381…", "+381 64…"); one without a country's
 * code is of `country` (ISO 3166, two letters). Undefined only when there are no digits to call.
 */
export function readPhone(written: string, country = 'RS'): Phone | undefined {
  const raw = written.trim();
  if ((raw.match(/\p{Nd}/gu) ?? []).length < FEWEST_DIGITS) return undefined;
  const number = parsePhoneNumberFromString(raw, isSupportedCountry(country) ? country : 'RS');
  const isWhole = number?.country !== 'RS' || WHOLE_IN_SERBIA.test(raw);
  const e164 = number?.isValid() && isWhole ? number.number : null;
  return { raw, e164, doubtful: e164 === null };
}
