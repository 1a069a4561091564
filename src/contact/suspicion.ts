import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { searchKey } from '../script/search-key.js';

/** Nobody reads the page and writes a letter in less. */
const FASTEST_MS = 4_000;
const REMEMBERED_MS = 60 * 60 * 1000;
const REMEMBERED = 20_000;

/** Marks for officers. None of them refuses, delays or hides a letter. */
export type Mark = 'honeypot' | 'fast' | 'repeated' | 'no-proof-of-work';

/** What about a submission looks like a program's work; each process remembers recent texts by itself. */
@Injectable()
export class Suspicion {
  readonly #texts = new Map<string, number>();

  /** Marks of a form: a field that people do not see was filled in, or it came back within seconds. */
  ofForm(form: { trap: unknown; openedAt: Date | undefined }, now = Date.now()): Mark[] {
    const marks: Mark[] = [];
    if (typeof form.trap === 'string' ? form.trap.trim() !== '' : form.trap !== undefined)
      marks.push('honeypot');
    if (form.openedAt !== undefined && now - form.openedAt.getTime() < FASTEST_MS) marks.push('fast');
    return marks;
  }

  /** Whether a text with this `textPrint` came within the last hour. */
  ofText(print: string, now = Date.now()): Mark[] {
    const seen = this.#texts.get(print);
    return seen !== undefined && now - seen < REMEMBERED_MS ? ['repeated'] : [];
  }

  /** Called once a letter is received. */
  remember(print: string, now = Date.now()): void {
    // Taken out first, so that it goes to the end: the Map keeps the order of insertion.
    this.#texts.delete(print);
    this.#texts.set(print, now);
    if (this.#texts.size > REMEMBERED) this.#texts.delete(this.#texts.keys().next().value!);
  }
}

/** Characters at either end of a letter that tell it from others; folding all of a long one would cost more than storing it. */
const TOLD_BY = 100;

/** What a text is recognised by: case, script, blanks and punctuation do not count. */
export function textPrint(message: string): string {
  const told =
    message.length <= 2 * TOLD_BY
      ? message
      : message.slice(0, TOLD_BY) + message.length + message.slice(-TOLD_BY);
  const words = searchKey(told)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update(words).digest('base64');
}
