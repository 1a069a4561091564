import { setTimeout as sleep } from 'node:timers/promises';

/** Tries a check again until it holds; after twenty seconds its own failure counts. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (const end = Date.now() + 20_000; ; await sleep(50))
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
}
