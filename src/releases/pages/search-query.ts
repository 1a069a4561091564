import { isSlug } from '../slug.js';
import { LONGEST_SEARCH } from '../found-words.js';

export interface SearchQuery {
  /** The reader's words; undefined when there are none. */
  q?: string;
  section?: string;
  /** Slug after which the list goes on. */
  before?: string;
}

/** Reads the address's query. Doubled and odd values come from broken links, so they are left out, not refused. */
export function readQuery(query: Record<string, unknown>): SearchQuery {
  const before = single(query.before);
  return {
    q: cleaned(single(query.q)),
    section: single(query.section) || undefined,
    before: before !== undefined && isSlug(before) ? before : undefined,
  };
}

const single = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : Array.isArray(value) ? single(value[0]) : undefined;

/** One line of printable words, or undefined. */
const cleaned = (text = ''): string | undefined =>
  text
    .toWellFormed()
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, LONGEST_SEARCH)
    .toWellFormed() || undefined;
