import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Newest messages that are kept; older ones go. */
const MOST_KEPT = 2_000;
const ID = /^[0-9a-z]{9}-[0-9a-z]{6}$/;

/** Messages as files, so that they outlive a restart; their names sort by time of arrival. */
export class MailboxStore {
  private ids: string[] = [];
  private count = 0;

  constructor(
    private readonly folder: string,
    private readonly most = MOST_KEPT,
  ) {}

  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    const names = (await readdir(this.folder)).map((file) => file.replace(/\.eml$/, ''));
    this.ids = names.filter((name) => ID.test(name)).sort();
  }

  /** Ids, newest first. */
  newest(limit = this.most): string[] {
    return this.ids.slice(-limit).reverse();
  }

  async keep(raw: Buffer): Promise<string> {
    const id = `${Date.now().toString(36).padStart(9, '0')}-${(this.count++ % 36 ** 6).toString(36).padStart(6, '0')}`;
    const file = this.file(id);
    // Whoever looks while it is written must not see half a message.
    await writeFile(`${file}.part`, raw);
    await rename(`${file}.part`, file);
    this.ids.push(id);
    for (const old of this.ids.splice(0, this.ids.length - this.most))
      await rm(this.file(old), { force: true });
    return id;
  }

  /** The message byte for byte; undefined when there is none. */
  async raw(id: string): Promise<Buffer | undefined> {
    return ID.test(id) && this.ids.includes(id) ? readFile(this.file(id)).catch(() => undefined) : undefined;
  }

  private file(id: string): string {
    return join(this.folder, `${id}.eml`);
  }
}
