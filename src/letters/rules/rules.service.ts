import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { Gazetteer } from '../../places/gazetteer.js';
import type { LetterEvent, LetterView } from '../letter.view.js';
import { placeKey } from '../search/search.js';
import { countSamples, firstRules, pastLetters } from './matching.queries.js';
import {
  LONGEST_NAME,
  LONGEST_PLACE,
  LONGEST_WORDS,
  MOST_RULES,
  type Rule,
  type RuleContent,
} from './rule.js';
import { compareWithOfficers } from './rule-test.js';
import { ruleParts } from './rule-words.js';
import {
  allRules,
  countRules,
  deleteRule,
  insertRule,
  isNameTaken,
  keepTest,
  moveRule,
  type RuleKeys,
  ruleById,
  switchRule,
  updateRule,
} from './rules.queries.js';
import { SortingService } from './sorting.service.js';

/** What is wrong with a rule, by the field of its form. */
export interface RuleFault {
  field: 'name' | 'words' | 'place' | 'category' | 'unit';
  code:
    'name' | 'tooLong' | 'taken' | 'noWords' | 'noPlace' | 'noCondition' | 'category' | 'unit' | 'tooMany';
  limit?: number;
}

/** What a rule proposes for an open letter, or has set in it; the officer confirms or corrects it. */
export interface Suggestion {
  rule: string;
  category: string;
  unit: string;
  urgency: 'normal' | 'urgent';
  isSet: boolean;
}

/** Rules that suggest or set category and unit: kept by administrators, tested before they are on. */
@Injectable()
export class RulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly sorting: SortingService,
    private readonly gazetteer: Gazetteer,
  ) {}

  all(): Promise<Rule[]> {
    return allRules(this.dataSource);
  }

  find(id: string): Promise<Rule | undefined> {
    return ruleById(this.dataSource, id);
  }

  /** Adds a rule, last in order and off; its id, or what is wrong with it. */
  async add(content: RuleContent, accountId: string): Promise<string | RuleFault[]> {
    const faults = await this.faultsOf(content, null);
    if (faults.length > 0) return faults;
    if ((await countRules(this.dataSource)) >= MOST_RULES)
      return [{ field: 'name', code: 'tooMany', limit: MOST_RULES }];
    const id = await insertRule(this.dataSource, content, this.keysOf(content), accountId);
    return id ?? [{ field: 'name', code: 'taken' }];
  }

  /** Changes a rule as it was seen; `changed` when somebody else changed it since. */
  async change(
    id: string,
    content: RuleContent,
    seen: Date,
    accountId: string,
  ): Promise<'saved' | 'changed' | RuleFault[]> {
    const faults = await this.faultsOf(content, id);
    if (faults.length > 0) return faults;
    const by = { seen, accountId };
    const isSaved = await updateRule(this.dataSource, id, content, this.keysOf(content), by);
    return isSaved ? 'saved' : 'changed';
  }

  /** Tests a rule against the newest letters and keeps what was found; false when it was changed meanwhile. */
  async test({ id, version, ...says }: Rule): Promise<boolean> {
    const [seen, letters] = await Promise.all([
      countSamples(this.dataSource),
      pastLetters(this.dataSource, id),
    ]);
    const unit = says.unit ?? this.profile.usualUnit(says.category);
    return keepTest(this.dataSource, id, version, compareWithOfficers({ ...says, unit }, letters, seen));
  }

  /** Switches a version of a rule on, which must be tested, or off; false when that cannot be. */
  switch(id: string, isOn: boolean, version: number): Promise<boolean> {
    return switchRule(this.dataSource, id, isOn, version);
  }

  /** The first rule that holds is asked; this says which comes first. */
  move(id: string, to: 'up' | 'down'): Promise<void> {
    return this.dataSource.transaction((tx) => moveRule(tx, id, to));
  }

  remove(id: string): Promise<boolean> {
    return deleteRule(this.dataSource, id);
  }

  /** What a rule says of a letter that no officer has sorted yet; undefined when none does. */
  async suggestionFor(
    letter: Pick<LetterView, 'id' | 'state' | 'category' | 'unit' | 'urgency'>,
    events: readonly LetterEvent[],
  ): Promise<Suggestion | undefined> {
    if (letter.state !== 'received' && letter.state !== 'details_needed') return undefined;
    if (letter.category !== null) {
      const last = events.findLast(({ kind }) => kind === 'rule' || kind === 'triage');
      if (last?.kind !== 'rule' || letter.unit === null) return undefined;
      const { category, unit, urgency } = letter;
      return { rule: String(last.details.rule), category, unit, urgency, isSet: true };
    }
    const [hit] = await firstRules(this.dataSource, [letter.id]);
    if (hit === undefined || !this.sorting.knows(hit)) return undefined;
    const unit = hit.unit ?? this.profile.usualUnit(hit.category);
    return { ...hit, rule: hit.name, unit, urgency: hit.urgency ?? letter.urgency, isSet: false };
  }

  private async faultsOf(content: RuleContent, id: string | null): Promise<RuleFault[]> {
    const { name, words, place, releaseSlug, channel, language } = content;
    const faults: RuleFault[] = [];
    if (name === '') faults.push({ field: 'name', code: 'name' });
    else if (name.length > LONGEST_NAME) faults.push({ field: 'name', code: 'tooLong', limit: LONGEST_NAME });
    else if (await isNameTaken(this.dataSource, name, id)) faults.push({ field: 'name', code: 'taken' });
    if (words !== null && words.length > LONGEST_WORDS)
      faults.push({ field: 'words', code: 'tooLong', limit: LONGEST_WORDS });
    else if (words !== null && ruleParts(words).length === 0)
      faults.push({ field: 'words', code: 'noWords' });
    if (place !== null && place.length > LONGEST_PLACE)
      faults.push({ field: 'place', code: 'tooLong', limit: LONGEST_PLACE });
    else if (place !== null && placeKey(place) === '') faults.push({ field: 'place', code: 'noPlace' });
    if ([words, place, releaseSlug, channel, language].every((condition) => condition === null))
      faults.push({ field: 'words', code: 'noCondition' });
    if (!this.sorting.knows({ category: content.category, unit: null }))
      faults.push({ field: 'category', code: 'category' });
    else if (!this.sorting.knows(content)) faults.push({ field: 'unit', code: 'unit' });
    return faults;
  }

  private keysOf({ words, place }: RuleContent): RuleKeys {
    return {
      parts: words === null ? [] : ruleParts(words),
      place: place === null ? null : placeKey(place),
      municipality: place === null ? null : (this.gazetteer.find(place)?.code ?? null),
    };
  }
}
