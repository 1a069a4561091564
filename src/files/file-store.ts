import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Content-addressed files in one folder: `ab/abcdef…` by SHA-256, and `incoming/` for what still arrives. */
export class FileStore {
  readonly #incoming: string;

  constructor(private readonly folder: string) {
    this.#incoming = join(folder, 'incoming');
  }

  /** Makes the folders; safe to call again. */
  async prepare(): Promise<void> {
    await mkdir(this.#incoming, { recursive: true, mode: 0o700 });
  }

  /** Streams to a temporary file and onto the disk itself (fsync); returns its path. */
  async receive(stream: Readable, through: Transform): Promise<string> {
    const path = join(this.#incoming, randomUUID());
    try {
      await pipeline(stream, through, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }));
      return path;
    } catch (error) {
      await this.discard(path);
      throw error;
    }
  }

  async discard(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Moves a received file to its address. The same content twice is one file. */
  async place(path: string, sha256: string): Promise<void> {
    const folder = join(this.folder, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await rename(path, this.address(sha256));
    await syncFolder(folder);
  }

  open(sha256: string): ReadStream {
    return createReadStream(this.address(sha256));
  }

  async holds(sha256: string): Promise<boolean> {
    return stat(this.address(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.address(sha256), { force: true });
  }

  /** Removes what stopped arriving before `moment`: the process died in the middle. */
  async removeUnfinished(moment: Date): Promise<void> {
    for (const name of await readdir(this.#incoming)) {
      const path = join(this.#incoming, name);
      const found = await stat(path).catch(() => undefined);
      if (found && found.mtime < moment) await this.discard(path);
    }
  }

  /** Where the content of this hash lies. */
  address(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('A file is addressed by its SHA-256 in hexadecimal.');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/** A rename is durable only once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
