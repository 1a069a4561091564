import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { operatorWords, withOperator } from '../../letters/search/operator-words.js';
import { type Operator, operatorOf } from '../../letters/search/parse-search.js';
import { readSearch } from '../../letters/search/search.js';
import { officerOf } from '../../letters/viewer.js';
import { Gazetteer } from '../../places/gazetteer.js';
import { releasesTitled } from '../../releases/releases.queries.js';
import { searchKey } from '../../script/search-key.js';
import { type Language, textIn } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { paths } from '../../web/paths.js';
import { letterLink } from '../list/inbox.view.js';
import { withinTime } from '../list/within-time.js';
import { placeName } from '../ui.js';
import { daysLike, NAMED, operatorsLike, valuesLike } from './known-suggestions.js';
import { lettersBeginning, type NamedLetter } from './letters-beginning.queries.js';
import { numberBeginning } from './number-beginning.js';
import { correspondents } from './people.queries.js';
import { recentSearches } from './recent-searches.queries.js';
import { suggestTexts } from './suggest.texts.js';
import type { Suggestion } from './suggestion.js';

/** Of each kind at most so many, when kinds stand side by side. */
const FEW = 4;
/** Of one kind that was asked for. */
const MANY = 10;
/** A name is sought from so many letters on. */
const SHORTEST_NAME = 2;
/** What takes longer than this is no longer waited for, in milliseconds: the next key asks anew. */
const PATIENCE = 500;

/** Offers what the office knows for the part of a search that is being typed. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** `part` is the word or operator that the caret stands in, up to it; `whole` is everything in the box. */
  async offer(account: SignedIn, { part, whole }: { part: string; whole: string }): Promise<Suggestion[]> {
    const minus = part.startsWith('-') ? '-' : '';
    const typed = part.slice(minus.length);
    const [, name, value] = /^(?:(\p{L}+):)?(.*)$/su.exec(typed)!;
    const operator = name === undefined ? undefined : operatorOf(name);
    const offered =
      operator === undefined
        ? await this.anything(account, typed, whole)
        : await this.valuesOf(account, operator, keyOf(value!), name!);
    return offered.map((one) => (one.whole || one.href ? one : { ...one, insert: minus + one.insert }));
  }

  /** No operator yet: what was sought before, whose letters it could be, and all that begins so. */
  private async anything(account: SignedIn, typed: string, whole: string): Promise<Suggestion[]> {
    const { language } = account;
    const { profile } = this;
    const key = keyOf(typed);
    const recent = await this.recent(account, searchKey(whole).trim());
    if (key === '') return [...recent, ...operatorsLike('', language)];
    const word = (operator: Operator) => operatorWords[language][operator];
    const [numbered, people] = await Promise.all([
      this.numbered(account, typed),
      key.length < SHORTEST_NAME ? [] : this.people(account, key, word('from'), FEW),
    ]);
    const values = NAMED.flatMap((operator) =>
      valuesLike(operator, { language, profile, key, word: word(operator) }),
    );
    return [
      ...numbered,
      ...recent,
      ...operatorsLike(key, language),
      ...values.slice(0, FEW),
      ...people,
      ...this.places(language, key, word('municipality'), FEW),
    ];
  }

  private async valuesOf(
    account: SignedIn,
    operator: Operator,
    key: string,
    word: string,
  ): Promise<Suggestion[]> {
    const { language } = account;
    const { profile } = this;
    switch (operator) {
      case 'from':
        return key.length < SHORTEST_NAME ? [] : this.people(account, key, word, MANY);
      case 'municipality':
        return this.places(language, key, word, MANY);
      case 'about':
        return this.releases(language, key, word);
      case 'before':
      case 'after':
        return daysLike(key).map((day) => ({ group: 'values', label: day, insert: withOperator(word, day) }));
      default:
        return valuesLike(operator, { language, profile, key, word }).slice(0, MANY);
    }
  }

  /** The last of them leads to where they are forgotten. */
  private async recent({ id, language }: SignedIn, key: string): Promise<Suggestion[]> {
    const found = await recentSearches(this.dataSource, id, key, FEW);
    const offered = found.map((query): Suggestion => ({
      group: 'recent',
      label: query,
      insert: query,
      whole: true,
    }));
    if (key !== '' || offered.length === 0) return offered;
    const label = suggestTexts[language].arrange;
    return [...offered, { group: 'recent', label, insert: '', href: paths.recentSearches }];
  }

  private async numbered(account: SignedIn, typed: string): Promise<Suggestion[]> {
    const beginning = numberBeginning(typed);
    if (beginning === undefined) return [];
    const found = await this.inTime((tx) => lettersBeginning(tx, officerOf(account), beginning, FEW));
    return found.map((letter) => ({
      group: 'letters',
      label: beginning.entry && letter.number !== null ? entryOf(letter) : letter.reference,
      small: [`${letter.name} ${letter.surname}`.trim(), placeName({ language: account.language }, letter)]
        .filter(Boolean)
        .join(', '),
      insert: letter.reference,
      href: letterLink(letter.reference),
    }));
  }

  private async people(account: SignedIn, key: string, word: string, most: number): Promise<Suggestion[]> {
    const search = readSearch(withOperator('from', key), this.profile);
    const people = await this.inTime((tx) => correspondents(tx, officerOf(account), search, most));
    return people.map((name) => ({ group: 'people', label: name, insert: withOperator(word, name) }));
  }

  private places(language: Language, key: string, word: string, most: number): Suggestion[] {
    return this.gazetteer.suggest(key, language, most).map((place) => {
      const label = this.gazetteer.label(place, language);
      const small = textIn(language, place.district);
      return { group: 'places', label, small, insert: withOperator(word, label) };
    });
  }

  private async releases(language: Language, key: string, word: string): Promise<Suggestion[]> {
    const titled = await releasesTitled(this.dataSource, key, language, MANY);
    return titled.map(({ slug, title }) => ({
      ...{ group: 'releases', label: title, small: slug },
      insert: withOperator(word, slug),
    }));
  }

  private async inTime<T>(find: (tx: EntityManager) => Promise<T[]>): Promise<T[]> {
    return (await withinTime(this.dataSource, PATIENCE, find)) ?? [];
  }
}

/** What a part is compared by, its quotation marks left out. */
const keyOf = (typed: string) => searchKey(typed.replace(/["„“”]/g, '')).trim();

const entryOf = ({ year, number }: NamedLetter) => `${year}-${String(number).padStart(6, '0')}`;
