import { median } from '../bench-server.js';
import type { Figure } from '../main.js';

/** Different requests a figure. */
export const REQUESTS = 200;
/** Answered before the measurement: code is compiled and pages of the database are in memory then. */
const WARM_UP = 20;

/** One request and the same rows by plain SQL; each answers what it found, to be compared. */
export interface Pair {
  /** What is asked for, told when the two find different things. */
  asked?: string;
  /** Milliseconds are taken by the asker, so that it may look at the page afterwards. */
  page: () => Promise<{ ms: number; found: unknown }>;
  floor: () => Promise<unknown>;
}

/**
 * Times of different requests and of the same rows by plain SQL, which of them first changing with every pair. A
 * pair that finds different things is an error, not a figure.
 */
export async function inPairs(name: string, pairs: Pair[]): Promise<Figure> {
  const pages: number[] = [];
  const floors: number[] = [];
  for (const [number, { asked = '', page, floor }] of [...pairs.slice(0, WARM_UP), ...pairs].entries()) {
    const bare = async () => {
      const began = performance.now();
      const found = await floor();
      return { found, ms: performance.now() - began };
    };
    const first = number % 2 === 0 ? await bare() : undefined;
    const answer = await page();
    const floored = first ?? (await bare());
    if (JSON.stringify(answer.found) !== JSON.stringify(floored.found))
      throw new Error(
        `${name}: request ${number} ${asked} shows ${JSON.stringify(answer.found)}, and plain SQL ${JSON.stringify(floored.found)}.`,
      );
    if (number < WARM_UP) continue;
    pages.push(answer.ms);
    floors.push(floored.ms);
  }
  return {
    name,
    value: median(pages),
    unit: 'ms',
    floor: median(floors),
    ratio: median(pages.map((ms, pair) => floors[pair]! / ms)),
    p95: pages.toSorted((a, b) => a - b)[Math.floor(pages.length * 0.95)]!,
  };
}

/** So many of these, evenly taken, in an order that is the same in every run. */
export function some<T>(all: T[], count: number): T[] {
  // The golden ratio spreads any number of places evenly.
  const placed = all.map((value, index) => ({ value, place: (index * 0.618_033_988_75) % 1 }));
  return placed
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ value }) => value);
}
