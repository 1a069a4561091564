import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/** Control characters that no text file holds; tab, line ends, form feed and DOS's end mark are text. */
const NOT_TEXT = new Uint8Array(256);
for (let byte = 0; byte < 32; byte++) NOT_TEXT[byte] = 1;
for (const byte of [0x09, 0x0a, 0x0c, 0x0d, 0x1a]) NOT_TEXT[byte] = 0;
NOT_TEXT[0x7f] = 1;

/**
 * Passes on at most `limitBytes` while hashing and counting. The rest is read and dropped: the sender's
 * connection stays whole, so the words that came with an oversized file are answered and not lost.
 */
export class MeasuredStream extends Transform {
  size = 0;
  looksLikeText = true;
  readonly #hash = createHash('sha256');

  constructor(private readonly limitBytes: number) {
    super();
  }

  get isTooBig(): boolean {
    return this.size > this.limitBytes;
  }

  sha256(): string {
    return this.#hash.digest('hex');
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.size += chunk.length;
    if (this.isTooBig) return done();
    this.#hash.update(chunk);
    if (this.looksLikeText) this.looksLikeText = !chunk.some((byte) => NOT_TEXT[byte] === 1);
    done(null, chunk);
  }
}
