import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { announceLetters } from '../announce.queries.js';
import { Bells } from './bells.js';
import { BATCH, enterWaiting, isAnyUnnumbered, takeRegister } from './sequencer.queries.js';

/** Looks for letters at least this often, in milliseconds: rings are heard in this process only, and may be lost. */
const POLL = 50;
/** In a rush, letters of this many milliseconds go in together rather than one by one. */
const GATHER = 20;
/** After a failure, in milliseconds. */
const RECOVERY = 1_000;

/** Gives committed letters their numbers, gapless per year, off the citizen's path. */
@Injectable()
export class SequencerService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(SequencerService.name);
  #running: Promise<void> | undefined;
  #isStopping = false;
  #isRung = false;
  #wake: (() => void) | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly bells: Bells,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.role !== 'web') this.#running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#isStopping = true;
    this.#wake?.();
    await this.#running;
    await this.bells.quiet();
  }

  /** Says that letters were committed. */
  ring(): void {
    this.#isRung = true;
    this.#wake?.();
  }

  private async run(): Promise<void> {
    let hasFailed = false;
    while (!this.#isStopping) {
      try {
        const wasRung = this.#isRung;
        this.#isRung = false;
        const hasWork = wasRung || (await isAnyUnnumbered(this.dataSource));
        if (hasWork) {
          while ((await this.enterBatch()) === BATCH && !this.#isStopping);
          await this.rest(GATHER, false);
        }
        hasFailed = false;
        if (!this.#isRung) await this.rest(hasWork ? POLL - GATHER : POLL, true);
      } catch (error) {
        if (!hasFailed) this.log.error(`Letters wait for their numbers: ${(error as Error).message}`);
        hasFailed = true;
        await this.rest(RECOVERY, false);
      }
    }
  }

  /**
   * Numbers one batch in one transaction; gives how many letters it entered, 0 also when another sequencer has
   * the register. Rings for what became due after COMMIT; a lost ring is mended by the duties' sweep.
   */
  async enterBatch(): Promise<number> {
    const entered = await this.dataSource.transaction(async (tx) => {
      if (!(await takeRegister(tx))) return [];
      const batch = await enterWaiting(tx, this.profile.timeZone);
      if (batch.length > 0) await announceLetters(tx, { arrived: batch.length });
      return batch;
    });
    if (entered.length > 0) {
      this.bells.ring(
        'email',
        entered.flatMap(({ emailId }) => emailId ?? []),
      );
      this.bells.ring(
        'letter-index',
        entered.map(({ letterId }) => letterId),
      );
    }
    return entered.length;
  }

  private rest(milliseconds: number, untilRung: boolean): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        if (!untilRung && !this.#isStopping) return;
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
