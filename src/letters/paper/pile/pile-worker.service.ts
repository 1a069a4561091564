import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DutiesService } from '../../../duties/duties.service.js';
import type { Leased } from '../../../duties/duty.js';
import { FilesService } from '../../../files/files.service.js';
import type { KeptFile } from '../../../files/kept-file.js';
import { GivenUp } from '../../../files/limited-thread.js';
import { PileReader } from './pile-reader.js';
import type { PileEnd, PileStep } from './pile-reading.js';
import { addScans, type NewScan, type PilePage, recordPile } from './pile.queries.js';

interface PileRow {
  id: string;
  sha256: string;
  size: string;
  media_type: string;
  name: string;
}

/**
 * Parts piles into envelopes. Whatever a pile is, an envelope comes of it: one that cannot be opened, or costs too much,
 * waits as a whole with a remark.
 */
@Injectable()
export class PileWorker implements OnModuleInit {
  readonly #log = new Logger(PileWorker.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: DutiesService,
    private readonly files: FilesService,
    private readonly reader: PileReader,
  ) {}

  onModuleInit(): void {
    this.duties.register<PileRow>({
      kind: 'post-pile',
      table: 'post_pile',
      key: 'id',
      batch: 1,
      // Longer than a pile may take.
      leaseSeconds: 600,
      maxAttempts: 3,
      perform: async ([leased]) => {
        if (leased === undefined) return;
        try {
          await this.#handle(leased);
        } catch (error) {
          this.#log.error(`Pile ${leased.key} is put off: ${(error as Error).message}`);
          await this.duties.retryLater('post-pile', leased, error);
        }
      },
    });
  }

  async #handle(leased: Leased<PileRow>): Promise<void> {
    const { row } = leased;
    const whole: KeptFile = { ...row, size: Number(row.size), mediaType: row.media_type };
    const drawn: PilePage[] = [];
    const scans: NewScan[] = [];
    const end = await this.#read(whole, drawn, scans);
    // Pages without an envelope are separator sheets; without any page drawn, the file itself is the envelope.
    if (end.pages === 0)
      scans.splice(0, scans.length, {
        ...{ position: 1, firstPage: null, lastPage: null, file: whole },
        ...{ pages: drawn, remark: end.remark ?? null },
      });
    await this.dataSource.transaction(async (tx) => {
      const held = await this.duties.done('post-pile', leased, 'done', tx);
      // Somebody else has it by now and says the same.
      if (held.length === 0) throw new Error('the lease was lost');
      await recordPile(tx, row.id, { pages: end.pages, remark: end.remark ?? null });
      await addScans(tx, row.id, scans);
    });
  }

  async #read(whole: KeptFile, drawn: PilePage[], scans: NewScan[]): Promise<PileEnd> {
    try {
      return await this.reader.read(this.files.pathOf(whole.sha256), async (step) => {
        if ('page' in step) drawn.push(await this.#keepPage(step.page));
        else scans.push(await this.#scanOf(whole, scans.length + 1, step.envelope, drawn));
      });
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      return { pages: 0, remark: error.why };
    }
  }

  async #keepPage({ jpeg, width, height }: Extract<PileStep, { page: unknown }>['page']): Promise<PilePage> {
    const { sha256 } = await this.files.keepOwn(Buffer.from(jpeg), {
      ...{ name: 'strana.jpg', mediaType: 'image/jpeg' },
    });
    return { sha256, width, height };
  }

  async #scanOf(
    whole: KeptFile,
    position: number,
    { first, last, isBlank, pdf }: Extract<PileStep, { envelope: unknown }>['envelope'],
    drawn: readonly PilePage[],
  ): Promise<NewScan> {
    const name = pdf === undefined ? whole.name : `${whole.name.replace(/\.pdf$/i, '')}-${position}.pdf`;
    const file =
      pdf === undefined
        ? whole
        : await this.files.keepOwn(Buffer.from(pdf), { name, mediaType: 'application/pdf' });
    return {
      ...{ position, firstPage: first, lastPage: last, file },
      ...{ pages: drawn.slice(first - 1, last), remark: isBlank ? 'blank' : null },
    };
  }
}
