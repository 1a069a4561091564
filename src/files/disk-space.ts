import { statfs } from 'node:fs/promises';

const MEGABYTE = 1024 * 1024;
/** A look at the disk is kept this long, so that a thousand letters a second cost one look. */
const LOOK_AGAIN_MS = 1_000;

type Look = (folder: string) => Promise<{ bavail: number; blocks: number; bsize: number }>;

/** Watches the disks under some folders, so that letters are refused before PostgreSQL or a file fails half-way. */
export class DiskSpace {
  #low = false;
  #looked = 0;

  constructor(
    private readonly folders: readonly string[],
    private readonly look: Look = statfs,
  ) {}

  /** Whether any of the disks has less left than the reserve. */
  async isLow(): Promise<boolean> {
    if (Date.now() - this.#looked < LOOK_AGAIN_MS) return this.#low;
    const disks = await Promise.all(this.folders.map((folder) => this.look(folder).catch(() => undefined)));
    this.#low = disks.some((disk) => disk !== undefined && disk.bavail * disk.bsize < reserve(disk));
    this.#looked = Date.now();
    return this.#low;
  }

  /** Room that is left on the fullest of the disks, in bytes. */
  async freeBytes(): Promise<number> {
    const disks = await Promise.all(this.folders.map((folder) => this.look(folder).catch(() => undefined)));
    return Math.min(...disks.flatMap((disk) => (disk === undefined ? [] : [disk.bavail * disk.bsize])));
  }
}

/** A twentieth of the disk, but at least 64 MB (four segments of PostgreSQL's log) and at most 512 MB. */
function reserve(disk: { blocks: number; bsize: number }): number {
  return Math.min(512 * MEGABYTE, Math.max(64 * MEGABYTE, (disk.blocks * disk.bsize) / 20));
}
