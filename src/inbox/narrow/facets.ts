import type { OfficeProfile } from '../../config/office-profile.js';
import { operatorWords, withOperator } from '../../letters/search/operator-words.js';
import type { Operator } from '../../letters/search/parse-search.js';
import { channelNames, placeKey } from '../../letters/search/search.js';
import type { Channel } from '../../letters/new-letter.js';
import type { Gazetteer } from '../../places/gazetteer.js';
import { type Language, textIn } from '../../script/texts.js';
import { stateName } from '../state-name.js';
import type { CountedField, HitCount } from './hit-counts.queries.js';

/** One value that a search can be narrowed to. */
export interface FacetValue {
  label: string;
  count: number;
  /** What is added to the search. */
  added: string;
}

/** The values of one field, the most frequent first, years the newest first. */
export interface Facet {
  field: CountedField;
  values: FacetValue[];
}

/** Whose words the values are told in. */
interface Office {
  language: Language;
  profile: OfficeProfile;
  gazetteer: Gazetteer;
}

/** Of each field at most so many values. */
const SHOWN = 6;
const ORDER: readonly CountedField[] = ['state', 'category', 'unit', 'channel', 'municipality', 'year'];

/** What narrows these hits: every value that some of them have and others do not. */
export function facetsOf(counts: readonly HitCount[], hits: number, office: Office): Facet[] {
  return ORDER.map((field) => {
    const own = counts.filter((count) => count.field === field);
    const rolled = field === 'category' ? rolledUp(own, hits, office.profile) : own;
    const values = (field === 'municipality' ? asFound(rolled) : rolled)
      .filter(({ count }) => count < hits)
      .sort((one, other) =>
        field === 'year' ? Number(other.value) - Number(one.value) : other.count - one.count,
      )
      .slice(0, SHOWN)
      .map((count) => ({ ...wordsOf(count, office), count: count.count }));
    return { field, values };
  }).filter(({ values }) => values.length > 0);
}

/** Categories with their parts: of the tree, the first floor on which the hits part. */
function rolledUp(counts: readonly HitCount[], hits: number, profile: OfficeProfile): HitCount[] {
  const own = new Map(counts.map(({ value, count }) => [value, count]));
  const below = (parent: string | undefined): HitCount[] =>
    profile.categories
      .filter((category) => (category.parent ?? undefined) === parent)
      .map(({ code }) => ({
        ...{ field: 'category' as const, value: code, municipality: null, municipalityCode: null },
        count: profile.categoryWithParts(code).reduce((sum, part) => sum + (own.get(part) ?? 0), 0),
      }))
      .filter(({ count }) => count > 0);
  let floor = below(undefined);
  while (floor.length === 1 && floor[0]!.count === hits) floor = below(floor[0]!.value);
  return floor;
}

/** A place is found by its beginning, so "Ниш" also finds what was written "Нишка Бања". */
function asFound(places: readonly HitCount[]): HitCount[] {
  const most = [...places].sort((one, other) => other.count - one.count).slice(0, 2 * SHOWN);
  return most.map((place) => ({
    ...place,
    count: places
      .filter(({ value }) => value.startsWith(place.value))
      .reduce((sum, { count }) => sum + count, 0),
  }));
}

function wordsOf(found: HitCount, office: Office): Omit<FacetValue, 'count'> {
  const { language, profile } = office;
  const words = operatorWords[language];
  const operator = (name: Operator, label: string, value = label) => ({
    label,
    added: withOperator(words[name], value),
  });
  const { field, value } = found;
  switch (field) {
    case 'year':
      return {
        label: value,
        added: `${withOperator(words.after, value)} ${withOperator(words.before, String(Number(value) + 1))}`,
      };
    case 'municipality':
      return operator('municipality', placeOf(found, office));
    case 'state':
      return operator('state', stateName(language, value));
    case 'channel':
      return operator('channel', textIn(language, channelNames[value as Channel]));
    case 'category':
    case 'unit': {
      const known = field === 'category' ? profile.categories : profile.units;
      const name = known.find(({ code }) => code === value)?.name;
      const label = name ? textIn(language, name) : value;
      // Two parts of the tree may go by one name; their codes differ.
      const isAlone = known.filter((one) => textIn(language, one.name) === label).length === 1;
      return operator(field, label, isAlone ? label : value);
    }
  }
}

/** A place in the interface's script when it is of the gazetteer and search finds it so; else as it was written. */
function placeOf(
  { value, municipality, municipalityCode }: HitCount,
  { gazetteer, language }: Office,
): string {
  const official = municipalityCode === null ? undefined : gazetteer.find(municipalityCode);
  const label = official && gazetteer.label(official, language);
  return label !== undefined && placeKey(label) === value ? label : (municipality ?? value);
}
