import { Injectable } from '@nestjs/common';

/** Given hashes, answers those that the asking room still holds. */
type ReferenceCheck = (sha256s: string[]) => Promise<string[]>;

/** Who holds files: each room that stores a hash in a table of its own registers how to ask it. */
@Injectable()
export class FileReferences {
  readonly #checks: ReferenceCheck[] = [];

  register(check: ReferenceCheck): void {
    this.#checks.push(check);
  }

  /** Of these hashes, those that nobody holds. While no room has registered, everything counts as held. */
  async unheld(sha256s: string[]): Promise<string[]> {
    if (this.#checks.length === 0) return [];
    const held = new Set((await Promise.all(this.#checks.map((check) => check(sha256s)))).flat());
    return sha256s.filter((sha256) => !held.has(sha256));
  }
}
