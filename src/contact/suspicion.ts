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

  /** Whether the same text came within the last hour; case, script, blanks and punctuation do not count. */
  ofText(message: string, now = Date.now()): Mark[] {
    const seen = this.#texts.get(digest(message));
    return seen !== undefined && now - seen < REMEMBERED_MS ? ['repeated'] : [];
  }

  /** Called once a letter is received. */
  remember(message: string, now = Date.now()): void {
    const key = digest(message);
    // Taken out first, so that it goes to the end: the Map keeps the order of insertion.
    this.#texts.delete(key);
    this.#texts.set(key, now);
    if (this.#texts.size > REMEMBERED) this.#texts.delete(this.#texts.keys().next().value!);
  }
}

const digest = (message: string) =>
  createHash('sha256')
    .update(
      searchKey(message)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .digest('base64');
