import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Fonts are compressed inside already; everything else is text. */
const PACKED = new Set(['.woff2']);

/** The built folder: named by content, compressed beside each file, and listed in a manifest. */
export class AssetFolder {
  #folder;
  #manifest = {};
  #bytes = 0;

  constructor(folder) {
    this.#folder = folder;
  }

  get count() {
    return Object.keys(this.#manifest).length;
  }

  /** Writes a file and returns its address. */
  add(name, content) {
    const data = Buffer.from(content);
    const extension = extname(name);
    const hash = createHash('sha256').update(data).digest('hex').slice(0, 10);
    const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`;
    this.#manifest[name] = hashed;
    this.#bytes += data.length;
    writeFileSync(join(this.#folder, hashed), data);
    if (!PACKED.has(extension)) {
      writeFileSync(
        join(this.#folder, `${hashed}.br`),
        brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
      writeFileSync(join(this.#folder, `${hashed}.gz`), gzipSync(data, { level: 9 }));
    }
    return `/assets/${hashed}`;
  }

  /** Writes the manifest; returns the size of all files before compression, in bytes. */
  finish() {
    writeFileSync(join(this.#folder, 'manifest.json'), `${JSON.stringify(this.#manifest, null, 1)}\n`);
    return this.#bytes;
  }
}
