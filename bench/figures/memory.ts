import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../bench-server.js';
import { nextLetter } from '../letters.js';
import type { Figure } from '../main.js';

const LETTERS = 10_000;

/** Resident memory of `ROLE=all`, idle and after 10,000 letters, against an empty program of the same stack. */
export async function memory(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const empty = await bench.start('dist/bench/floors/empty-app.js', { DATABASE_URL: database });
  await sleep(2_000);
  const floor = empty.memory();
  await empty.stop();

  const pismo = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
  });
  try {
    await sleep(2_000);
    const idle = pismo.memory();
    await send(pismo.url, LETTERS);
    const loaded = pismo.memory();
    return [
      { name: 'memory.idle', value: idle, unit: 'MB', floor, ratio: floor / idle },
      { name: 'memory.loaded', value: loaded, unit: 'MB', floor, ratio: floor / loaded },
    ];
  } finally {
    await pismo.stop();
  }
}

async function send(url: string, count: number): Promise<void> {
  let left = count;
  const sender = async () => {
    while (left-- > 0) {
      const answer = await fetch(`${url}/api/v1/letters`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(nextLetter()),
      });
      if (answer.status !== 201)
        throw new Error(`A letter was answered with ${answer.status}: ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, sender));
}
