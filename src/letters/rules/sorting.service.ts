import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { fill } from '../../script/texts.js';
import { addEvent, changeLetter } from '../changes.queries.js';
import { oweIndexing } from '../search/indexing.queries.js';
import { dueAfterTriage } from '../time/term.js';
import { firstRules, lockUnsorted } from './matching.queries.js';
import type { RuleHit } from './rule.js';
import { ruleTexts } from './rule.texts.js';

/** Lets rules that set something sort letters that nobody has sorted; officers' decisions are never touched. */
@Injectable()
export class SortingService {
  readonly #logger = new Logger(SortingService.name);

  constructor(private readonly profile: OfficeProfile) {}

  /** Sorts among letters that have just been indexed. A rule that fails keeps no letter from being found. */
  async sort(tx: EntityManager, letterIds: readonly string[]): Promise<void> {
    try {
      await tx.transaction((inner) => this.#sort(inner, letterIds));
    } catch (error) {
      this.#logger.error(`Rules could not sort new letters: ${(error as Error).message}`);
    }
  }

  async #sort(tx: EntityManager, letterIds: readonly string[]): Promise<void> {
    const hits = (await firstRules(tx, letterIds)).filter((hit) => hit.mode === 'set' && this.knows(hit));
    if (hits.length === 0) return;
    const locked = await lockUnsorted(
      tx,
      hits.map(({ letterId }) => letterId),
    );
    for (const { name, letterId, ...outcome } of hits) {
      const letter = locked.find(({ id }) => id === letterId);
      // Somebody changes it at this moment: waiting here could be waiting for each other, so it is looked at again.
      if (letter === undefined) {
        await oweIndexing(tx, letterId);
        continue;
      }
      const { category } = outcome;
      const unit = outcome.unit ?? this.profile.usualUnit(category);
      const urgency = outcome.urgency ?? letter.urgency;
      const urgencyReason =
        urgency === 'urgent'
          ? (letter.urgencyReason ?? fill(ruleTexts['sr-Cyrl'].reason, { rule: name }))
          : null;
      const dueOn = dueAfterTriage(letter, { category, urgency }, this.profile);
      await changeLetter(tx, letterId, { category, unit, urgency, urgencyReason, dueOn });
      const details = { rule: name, category, unit, urgency };
      await addEvent(tx, letterId, { mover: 'system', kind: 'rule', details });
    }
  }

  /** Whether the office's profile still has what the rule says. */
  knows({ category, unit }: Pick<RuleHit, 'category' | 'unit'>): boolean {
    const { categories, units } = this.profile;
    return (
      categories.some(({ code }) => code === category) &&
      (unit === null || units.some(({ code }) => code === unit))
    );
  }
}
