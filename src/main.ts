import 'reflect-metadata';
import { ConfigurationError, readEnvironment } from './config/environment.js';
import { start } from './start.js';

const starting = readAndStart();
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // A second signal means that somebody is waiting: leave at once, PostgreSQL recovers by itself.
    if (stopping) process.exit(1);
    stopping = true;
    // During the start too: what has been started by then is stopped in order.
    starting.then((program) => program.stop()).then(() => process.exit(0), fail);
  });
starting.catch(fail);

async function readAndStart() {
  return start(readEnvironment());
}

function fail(error: unknown): never {
  if (error instanceof ConfigurationError)
    for (const problem of error.problems)
      console.error(`Pismo ${stopping ? 'did not stop cleanly' : 'did not start'}: ${problem}`);
  else console.error('Pismo failed:', error);
  process.exit(1);
}
