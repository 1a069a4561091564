import { readEnvironment } from '../../src/config/environment.js';
import { openDatabase } from '../../src/database/open-database.js';

/** A program of its own for embedded-server.test: it opens the database of a folder, says so and waits to be killed. */
await openDatabase(readEnvironment({ DATA_DIR: process.argv[2]! }), 'npm start');
process.stdout.write('open\n');
setInterval(() => {}, 60_000);
