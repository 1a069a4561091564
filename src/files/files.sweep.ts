import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.js';
import { FileReferences } from './file-references.js';
import { FilesService } from './files.service.js';
import { forgetFile, lockOldFile, oldFiles } from './files.queries.js';

/** A form stays valid for 12 hours and may be renewed once in that time. */
const UNUSED_HOURS = 24;
const EVERY_MS = 60 * 60 * 1000;
const BATCH = 500;

/** Removes files that no letter took: attached to a form that was never sent. */
@Injectable()
export class FilesSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #logger = new Logger(FilesSweep.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly dataSource: DataSource,
    private readonly files: FilesService,
    private readonly references: FileReferences,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.role === 'web') return;
    this.#timer = setInterval(
      () => void this.sweep().catch((error: Error) => this.#warn(error)),
      EVERY_MS,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** One pass over everything old enough; answers how many files went. */
  async sweep(): Promise<number> {
    await this.files.store.prepare();
    await this.files.store.removeUnfinished(new Date(Date.now() - UNUSED_HOURS * 60 * 60 * 1000));
    let removed = 0;
    for (let cursor = ''; ;) {
      const batch = await oldFiles(this.dataSource, UNUSED_HOURS, cursor, BATCH);
      for (const sha256 of await this.references.unheld(batch)) if (await this.#remove(sha256)) removed++;
      if (batch.length < BATCH) return removed;
      cursor = batch.at(-1)!;
    }
  }

  /** The lock makes whoever sends the same content now wait, and asks again whether a letter took it meanwhile. */
  async #remove(sha256: string): Promise<boolean> {
    return this.dataSource.transaction(async (tx) => {
      if (!(await lockOldFile(tx, sha256, UNUSED_HOURS))) return false;
      if ((await this.references.unheld([sha256])).length === 0) return false;
      await this.files.store.remove(sha256);
      await forgetFile(tx, sha256);
      return true;
    });
  }

  #warn(error: Error): void {
    this.#logger.warn(`Unused files were not swept: ${error.message}`);
  }
}
