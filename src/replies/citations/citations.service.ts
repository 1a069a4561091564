import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addEvent } from '../../letters/changes.queries.js';
import { lockLetter } from '../../letters/letters.queries.js';
import { LetterNotFound } from '../../letters/letters.refused.js';
import { checkMove, moverOf } from '../../letters/move-letter.js';
import type { Officer } from '../../letters/viewer.js';
import { reviewCitations } from './citations.queries.js';

/** Looks after replies that cite a release which was corrected or withdrawn since. */
@Injectable()
export class CitationsService {
  constructor(private readonly dataSource: DataSource) {}

  /** An officer has looked whether the reply still holds. Whoever may answer letters may say so. */
  async review(reference: string, replyId: string, by: Officer): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      checkMove('in_work', { to: 'in_review', by });
      const reviewed = await reviewCitations(tx, letter.id, replyId);
      if (reviewed.length === 0) return;
      const details = { releases: reviewed.join(' ') };
      await addEvent(tx, letter.id, { ...moverOf(by), kind: 'citation-review', details });
    });
  }
}
