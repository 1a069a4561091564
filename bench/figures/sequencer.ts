import { SequencerService } from '../../src/letters/register/sequencer.service.js';
import { type Bench, ask, median } from '../bench-server.js';
import { inProcess } from '../in-process.js';
import { nextLetter } from '../letters.js';
import { post } from '../load.js';
import type { Figure } from '../main.js';

/** Letters numbered a second by one sequencer, against the rate at which the same machine receives them. */
export async function sequencer(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const pismo = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
    ROLE: 'web',
  });
  const received = await post(
    pismo.url,
    {
      path: '/api/v1/letters',
      contentType: 'application/json',
      body: () => JSON.stringify(nextLetter()),
      expect: 201,
    },
    bench.seconds * 3,
  );
  await pismo.stop();

  const rates = await inProcess(database, async (app) => {
    const register = app.get(SequencerService, { strict: false });
    const found: number[] = [];
    for (;;) {
      const began = performance.now();
      const entered = await register.enterBatch();
      // A last, small batch says nothing about the rate.
      if (entered < 1_000) break;
      found.push((entered / (performance.now() - began)) * 1_000);
    }
    return found;
  });
  const [left] = await ask<{ count: string }>(database, 'SELECT count(*) FROM register_pending');
  if (rates.length === 0 || left!.count !== '0')
    throw new Error('Too few letters were received to measure the sequencer.');
  const value = median(rates);
  return [
    {
      name: 'register.sequencer',
      value,
      unit: 'letters/s',
      floor: received.rate,
      ratio: value / received.rate,
    },
  ];
}
