import { median } from '../bench-server.js';
import type { Figure } from '../main.js';

/** One kind of page, made of a small and of a large archive; each call makes another page of the kind. */
export interface Grown {
  kind: string;
  small: (number: number) => Promise<unknown>;
  large: (number: number) => Promise<unknown>;
}

const ROUNDS = 40;
const WARM_UP = 10;

/**
 * How much longer the kind takes that grows most: its time in the large archive, its time in the small one as floor.
 * The two take turns, so that a busy machine is busy for both.
 */
export async function growthOf(name: string, kinds: Grown[]): Promise<Figure> {
  const found: Figure[] = [];
  for (const { kind, small, large } of kinds) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const pair = [['small', small] as const, ['large', large] as const];
      for (const [size, make] of round % 2 === 0 ? pair : pair.toReversed()) {
        const began = performance.now();
        await make(round);
        if (round >= WARM_UP) times[size].push(performance.now() - began);
      }
    }
    const [value, floor] = [median(times.large), median(times.small)];
    console.error(`  ${name}, ${kind}: ${floor.toFixed(2)} ms and ${value.toFixed(2)} ms`);
    found.push({ name, value, unit: 'ms', floor, ratio: floor / value });
  }
  return found.sort((a, b) => a.ratio - b.ratio)[0]!;
}
