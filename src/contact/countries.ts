import { type Language } from '../script/texts.js';

/** ISO 3166-1 alpha-2. */
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
  'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
  'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
  'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
  'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
  'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
  'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW';

/** The country of the office, and of almost everyone who writes to it. */
export const HOME_COUNTRY = 'RS';

const CODE_SET = new Set(CODES.split(' '));

export const isCountry = (code: string): boolean => CODE_SET.has(code);

const lists = new Map<Language, { code: string; name: string }[]>();

/** Every country by its name in the page's language and order; the office's own stands first. */
export function countries(language: Language): { code: string; name: string }[] {
  let list = lists.get(language);
  if (list === undefined) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
    const { compare } = new Intl.Collator(language);
    list = [...CODE_SET]
      .map((code) => ({ code, name: names.of(code)! }))
      .sort(
        (a, b) =>
          Number(b.code === HOME_COUNTRY) - Number(a.code === HOME_COUNTRY) || compare(a.name, b.name),
      );
    lists.set(language, list);
  }
  return list;
}
