import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../config/environment.js';
import { projectRoot } from '../config/project-root.js';

export type PlaceKind = 'city' | 'municipality' | 'city_municipality';

/** A name by hand in Cyrillic; `en` is its Latin form, which English uses too. For `textIn` of script/texts.ts. */
export interface PlaceName {
  sr: string;
  en: string;
}

/** A city, a municipality or a city municipality of the gazetteer. */
export interface Municipality {
  /** Five digits of the Statistical Office; null for Belgrade and Niš as whole cities, which have none. */
  code: string | null;
  name: PlaceName;
  district: PlaceName;
  kind: PlaceKind;
  /** The city that a city municipality belongs to; null for the others. */
  parentCity: PlaceName | null;
}

const HEADER = 'rzs_code\tname_latn\tname_cyrl\tdistrict_latn\tkind\tparent_city_latn\tdistrict_cyrl';
const KINDS: readonly string[] = ['city', 'municipality', 'city_municipality'] satisfies PlaceKind[];

/** Reads the gazetteer (tab-separated, UTF-8). Throws {@link ConfigurationError} that names the file and the line. */
export function readMunicipalities(file = join(projectRoot, 'office', 'places.tsv')): Municipality[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigurationError([
      `The gazetteer ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`,
    ]);
  }
  const [header, ...lines] = text.replace(/\r/g, '').trimEnd().split('\n');
  if (header !== HEADER)
    throw new ConfigurationError([
      `The gazetteer ${file} must begin with the columns ${HEADER.replaceAll('\t', ', ')}.`,
    ]);
  const rows = lines.map((line) => line.split('\t'));
  const cities = new Map(rows.filter((row) => row[4] === 'city').map((row) => [row[1], row[2]]));
  return rows.map(([code, latin, cyrillic, districtLatin, kind, city, districtCyrillic], index) => {
    const cityCyrillic = city ? cities.get(city) : undefined;
    if (
      !latin ||
      !cyrillic ||
      !districtLatin ||
      !districtCyrillic ||
      !kind ||
      !KINDS.includes(kind) ||
      (city && !cityCyrillic)
    )
      throw new ConfigurationError([
        `The gazetteer ${file} has a line that cannot be used: line ${index + 2}.`,
      ]);
    return {
      code: code || null,
      name: { sr: cyrillic, en: latin },
      district: { sr: districtCyrillic, en: districtLatin },
      kind: kind as PlaceKind,
      parentCity: city && cityCyrillic ? { sr: cityCyrillic, en: city } : null,
    };
  });
}
