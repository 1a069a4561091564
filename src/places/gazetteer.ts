import { searchKey } from '../script/search-key.js';
import { type Language, textIn } from '../script/texts.js';
import type { Municipality } from './municipality.js';

/** Names that foreigners write and no list of Serbia has. */
const FOREIGN_NAMES: Record<string, string> = { belgrade: 'beograd' };

/** What people write before a name, and the name does not need: "opština Ub", "grad Niš", "GO Zemun". */
const TITLES = /^(gradska opstina|opstina|opcina|grad|go|so|city of|municipality of) (?=.)/;

interface Listed {
  municipality: Municipality;
  /** Label in the asked version, and the key that it is matched by. */
  label: string;
  key: string;
}

/** Serbia's cities and municipalities, found by whatever script, case or accents a citizen writes. */
export class Gazetteer {
  private readonly byCode = new Map<string, Municipality>();
  private readonly byKey = new Map<string, Municipality>();
  private readonly ambiguous = new Set<string>();
  private readonly lists = new Map<Language, Listed[]>();

  constructor(private readonly municipalities: readonly Municipality[]) {
    for (const municipality of municipalities) {
      if (municipality.code !== null) this.byCode.set(municipality.code, municipality);
      const key = placeKey(municipality.name.en);
      if (this.byKey.has(key)) this.ambiguous.add(key);
      this.byKey.set(key, municipality);
    }
    for (const key of this.ambiguous) this.byKey.delete(key);
    for (const municipality of municipalities) {
      const city = municipality.parentCity && placeKey(municipality.parentCity.en);
      if (city === null) continue;
      const name = placeKey(municipality.name.en);
      this.byKey.set(`${name} ${city}`, municipality);
      this.byKey.set(`${city} ${name}`, municipality);
    }
  }

  /**
   * The place that a citizen means: an official code, a name in either script, or a name with its city
   * ("Палилула (Београд)", "Zemun, Beograd"). Undefined for anything else, and for a name that two places
   * share when the city is not said.
   */
  find(codeOrName: string): Municipality | undefined {
    const key = placeKey(codeOrName);
    return (
      this.byCode.get(key) ??
      this.byKey.get(FOREIGN_NAMES[key] ?? key) ??
      this.byKey.get(key.replace(TITLES, ''))
    );
  }

  /** The name as shown, with the city where two places share it. */
  label({ name, parentCity }: Municipality, language: Language): string {
    const shown = textIn(language, name);
    return parentCity && this.ambiguous.has(placeKey(name.en))
      ? `${shown} (${textIn(language, parentCity)})`
      : shown;
  }

  /**
   * Places for what has been typed so far, in the alphabet's order: first those whose name begins with it, then
   * those with a word that does, then those that contain it.
   */
  suggest(query: string, language: Language, limit = 8): Municipality[] {
    const typed = placeKey(query);
    if (typed === '') return [];
    const sought = FOREIGN_NAMES[typed] ?? typed;
    const rank = ({ key }: Listed) => {
      if (key.startsWith(sought)) return 0;
      if (key.includes(` ${sought}`)) return 1;
      return key.includes(sought) ? 2 : undefined;
    };
    const found = this.listed(language).map((listed) => ({ ...listed, rank: rank(listed) }));
    return [0, 1, 2]
      .flatMap((wanted) => found.filter((listed) => listed.rank === wanted))
      .slice(0, limit)
      .map((listed) => listed.municipality);
  }

  /** Every place, in the order of the version's alphabet. */
  all(language: Language): Municipality[] {
    return this.listed(language).map((listed) => listed.municipality);
  }

  private listed(language: Language): Listed[] {
    let list = this.lists.get(language);
    if (list === undefined) {
      const alphabet = new Intl.Collator(language === 'sr-Cyrl' ? 'sr-Cyrl' : 'sr-Latn');
      list = this.municipalities
        .map((municipality) => ({ municipality, label: this.label(municipality, language) }))
        .map((listed) => ({ ...listed, key: placeKey(listed.label) }))
        .sort((a, b) => alphabet.compare(a.label, b.label));
      this.lists.set(language, list);
    }
    return list;
  }
}

/** The search key with its words one space apart and no brackets, commas, dashes or dots. */
function placeKey(text: string): string {
  return searchKey(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
