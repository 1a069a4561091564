import { Transform, type TransformCallback } from 'node:stream';

const CR = 0x0d;
const LF = 0x0a;

/** A line end that is half of one: what follows it may be another message to another program (SMTP smuggling). */
export class BareLineEnd extends Error {
  constructor() {
    super('A bare CR or LF is no line end (RFC 5321, section 2.3.8).');
    this.name = 'BareLineEnd';
  }
}

/** Passes a message on and fails at its end when a CR or an LF stood alone. */
export class WholeLineEnds extends Transform {
  #last = 0;
  #isBare = false;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    for (let at = 0; !this.#isBare && at < chunk.length; at++) {
      const byte = chunk[at]!;
      if ((byte === LF) !== (this.#last === CR)) this.#isBare = true;
      this.#last = byte;
    }
    done(null, chunk);
  }

  override _flush(done: TransformCallback): void {
    done(this.#isBare || this.#last === CR ? new BareLineEnd() : null);
  }
}
