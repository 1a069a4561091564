import { type Bench, median } from '../bench-server.js';
import { get } from '../load.js';
import type { Figure } from '../main.js';
import { withDemoReleases } from './demo-releases.js';

/** A cached page and the feed, compressed as a browser asks for them, against node:http sending the same bytes. */
export async function pages(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const slug = await withDemoReleases(database);
  const pismo = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  try {
    const measure = async (name: string, path: string): Promise<Figure> => {
      const url = `${pismo.url}${path}`;
      const floor = await bench.start('dist/bench/floors/same-buffer.js', { PAGE: url });
      const ours: number[] = [];
      const bare: number[] = [];
      for (let pair = 0; pair <= bench.pairs; pair += 1) {
        const [floorLoad, load] = [
          await get(floor.url, bench.seconds, { 'accept-encoding': 'br' }),
          await get(url, bench.seconds, { 'accept-encoding': 'br' }),
        ];
        if (pair > 0) {
          bare.push(floorLoad.rate);
          ours.push(load.rate);
        }
      }
      await floor.stop();
      const ratio = median(ours.map((rate, pair) => rate / bare[pair]!));
      return { name, value: median(ours), unit: 'answers/s', floor: median(bare), ratio };
    };
    return [
      await measure('page.cached', `/releases/${slug}`),
      await measure('page.feed', '/releases/feed.atom'),
    ];
  } finally {
    await pismo.stop();
  }
}
