import { type Bench, median } from '../bench-server.js';
import type { Figure } from '../main.js';

/** From the spawn to the first answer on a migrated database, against an empty program of the same stack. */
export async function startUp(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const seconds = async (file: string) => {
    const program = await bench.start(file, { DATABASE_URL: database, SMTP_URL: 'smtp://127.0.0.1:9' });
    await program.stop();
    return program.startSeconds;
  };
  const ours: number[] = [];
  const bare: number[] = [];
  for (let pair = 0; pair <= bench.pairs; pair += 1) {
    const measured = [
      await seconds('dist/bench/floors/empty-app.js'),
      await seconds('dist/src/main.js'),
    ] as const;
    if (pair > 0) {
      bare.push(measured[0]);
      ours.push(measured[1]);
    }
  }
  const ratio = median(ours.map((time, pair) => bare[pair]! / time));
  return [{ name: 'start', value: median(ours), unit: 's', floor: median(bare), ratio }];
}
