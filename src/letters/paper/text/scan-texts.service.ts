import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../../duties/duties.service.js';
import type { Leased } from '../../../duties/duty.js';
import { FilesService } from '../../../files/files.service.js';
import { oweIndexing } from '../../search/indexing.queries.js';
import type { Officer } from '../../viewer.js';
import { GivenUp } from '../../../files/limited-thread.js';
import { fileOfScan, oweReadingAgain, type ReadScan, recordScanText } from './scan-text.queries.js';
import { TextReader } from './text-reader.js';
import type { TextStep } from './text-reading.js';

/** More words than this say nothing more to a search. */
const LONGEST_TEXT = 100_000;

/** Has the scans of paper letters read by a machine, so that their words are found by a search. */
@Injectable()
export class ScanTexts implements OnModuleInit {
  readonly #log = new Logger(ScanTexts.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly files: FilesService,
    private readonly reader: TextReader,
  ) {}

  onModuleInit(): void {
    this.duties.register<{ id: string }>({
      kind: 'scan-text',
      table: 'scan_text',
      key: 'id',
      batch: 1,
      // Longer than a scan may take.
      leaseSeconds: 900,
      maxAttempts: 3,
      perform: async ([leased]) => {
        if (leased === undefined) return;
        try {
          await this.#handle(leased);
        } catch (error) {
          this.#log.error(`Scan ${leased.key} is put off: ${(error as Error).message}`);
          await this.duties.retryLater('scan-text', leased, error);
        }
      },
    });
  }

  /** Has a scan read again that could not be, or not wholly; false when there is no such scan. */
  async again(reference: string, position: number, officer: Officer): Promise<boolean> {
    const id = await oweReadingAgain(this.dataSource, reference, position, officer);
    if (id !== undefined) await this.duties.ring('scan-text', [id], `again-${Date.now()}`);
    return id !== undefined;
  }

  async #handle(leased: Leased<{ id: string }>): Promise<void> {
    const file = await fileOfScan(this.dataSource, leased.key);
    if (file === undefined) return void (await this.duties.done('scan-text', leased, 'done'));
    const read = await this.#read(file);
    await this.dataSource.transaction(async (tx) => {
      const held = await this.duties.done('scan-text', leased, 'done', tx);
      // Somebody else has it by now and says the same.
      if (held.length === 0) throw new Error('the lease was lost');
      await recordScanText(tx, leased.key, read);
      if (read.text !== '') await oweIndexing(tx, file.letterId);
    });
    if (read.text !== '') await this.duties.ring('letter-index', [file.letterId], `scan-${leased.key}`);
  }

  async #read({ sha256, mediaType }: { sha256: string; mediaType: string }): Promise<ReadScan> {
    const pages: TextStep[] = [];
    const whole = () => {
      const text = pages
        .map((page) => page.text)
        .join('\n\n')
        .replaceAll('\0', '')
        .toWellFormed();
      const sum = pages.reduce((all, { confidence }) => all + confidence, 0);
      const confidence = pages.length === 0 ? null : Math.round(sum / pages.length);
      return { text: text.slice(0, LONGEST_TEXT).trim(), pagesRead: pages.length, confidence };
    };
    try {
      const end = await this.reader.read({ path: this.files.pathOf(sha256), mediaType }, async (page) => {
        pages.push(page);
      });
      return { ...whole(), pages: end.pages, reason: end.reason ?? null };
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      // What was read before stays findable.
      return { ...whole(), pages: pages.length, reason: error.why };
    }
  }
}
