import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../duties/duties.service.js';
import { SortingService } from '../rules/sorting.service.js';
import { indexLetters } from './indexing.queries.js';

/**
 * Makes letters findable a moment after they came, and lets the rules that set something sort them: stemming costs
 * more than storing, so no citizen waits for it.
 */
@Injectable()
export class LetterIndexJob implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly rules: SortingService,
  ) {}

  onModuleInit(): void {
    this.duties.register({
      kind: 'letter-index',
      table: 'letter_indexing',
      key: 'letter_id',
      batch: 200,
      leaseSeconds: 120,
      maxAttempts: 20,
      perform: (leased) =>
        this.dataSource.transaction(async (tx) => {
          await indexLetters(tx, leased);
          await this.rules.sort(
            tx,
            leased.map(({ key }) => key),
          );
        }),
    });
  }
}
