import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoArchive } from '../src/cli/demo-archive.js';
import { showProgress } from '../src/cli/progress.js';
import { readOfficeProfile } from '../src/config/office-profile.js';
import { projectRoot } from '../src/config/project-root.js';
import { lockDataDir } from '../src/database/data-dir-lock.js';
import { migrate } from '../src/database/data-source.js';
import { type EmbeddedServer, startEmbeddedServer } from '../src/database/embedded-server.js';
import { StaffService } from '../src/staff/staff.service.js';
import type { Role } from '../src/web/access.js';
import { ask } from './bench-server.js';
import { inProcess } from './in-process.js';

/** As long as an office needs to receive a million letters. */
const YEARS = 6;
const SEED = 20_260_101;

/** Archives of invented letters, kept between runs in a cluster of the bench's own. */
export interface Archives {
  /** A migrated database with so many letters, made when it is not there yet. */
  database(letters: number): Promise<string>;
  close(): Promise<void>;
}

/** `DATA_DIR/bench`, by default `var/bench`; an archive of a million letters takes about 10 GB. */
export async function openArchives(): Promise<Archives> {
  const folder = join(process.env.DATA_DIR ?? join(projectRoot, 'var'), 'bench');
  const unlock = lockDataDir(folder, 'npm run bench');
  let server: EmbeddedServer | undefined;
  const start = () =>
    startEmbeddedServer(folder, { shared_buffers: '512MB', max_wal_size: '8GB', max_connections: '200' });
  return {
    async database(letters) {
      server ??= await start();
      return archiveOn(server.url, letters);
    },
    async close() {
      await server?.stop();
      unlock();
    },
  };
}

async function archiveOn(server: string, letters: number): Promise<string> {
  const at = (database: string) => Object.assign(new URL(server), { pathname: `/${database}` }).href;
  const name = `archive_${letters}_${versionOfLetters()}`;
  const known = (await ask<{ name: string }>(at('postgres'), 'SELECT datname AS name FROM pg_database')).map(
    (row) => row.name,
  );
  if (!known.includes(name)) {
    // Archives of the same size that an earlier version invented, and the half of one that was interrupted.
    for (const old of known.filter((other) => other.startsWith(`archive_${letters}_`)))
      await ask(at('postgres'), `DROP DATABASE "${old}" WITH (FORCE)`);
    const unfinished = `${name}_unfinished`;
    await ask(at('postgres'), `CREATE DATABASE "${unfinished}"`);
    // What a crash would take of an archive in the making is made again anyway.
    await ask(at('postgres'), `ALTER DATABASE "${unfinished}" SET synchronous_commit = off`);
    await migrate(at(unfinished));
    await fill(at(unfinished), letters);
    await ask(at('postgres'), `ALTER DATABASE "${unfinished}" RESET synchronous_commit`);
    await ask(at('postgres'), `ALTER DATABASE "${unfinished}" RENAME TO "${name}"`);
  }
  await migrate(at(name));
  return at(name);
}

function fill(database: string, letters: number): Promise<void> {
  console.error(`Making an archive of ${letters} letters; it is kept for the next run.`);
  return inProcess(database, async (app) => {
    const staff = app.get(StaffService, { strict: false });
    for (const [number, officer] of OFFICERS.entries())
      await staff.createAccount({
        name: `Officer ${number + 1}`,
        email: `officer${number + 1}@bench.example`,
        language: 'sr-Cyrl',
        ...officer,
      });
    const progress = showProgress('letters');
    const restore = await withoutIndexes(database);
    await demoArchive(app, { letters, years: YEARS, seed: SEED, progress });
    console.error('Building its indexes.');
    await restore();
  });
}

/**
 * Takes away the indexes of the tables that an archive fills, and gives what puts them back: building them once takes
 * a tenth of the time of keeping them up through a million letters. Those that guard a rule stay.
 */
async function withoutIndexes(database: string): Promise<() => Promise<void>> {
  const indexes = await ask<{ name: string; definition: string }>(
    database,
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE NOT indisunique AND indrelid IN ('letter'::regclass, 'letter_event'::regclass,
       'letter_search'::regclass, 'outgoing_email'::regclass)`,
  );
  for (const { name } of indexes) await ask(database, `DROP INDEX ${name}`);
  return async () => {
    for (const { definition } of indexes)
      await ask(database, `SET maintenance_work_mem = '1GB'; SET statement_timeout = 0; ${definition}`);
    await ask(database, 'ANALYZE');
  };
}

/** Who works in the measured office: those who see every letter, and a drafter and an approver of each unit. */
const OFFICERS: { roles: Role[]; unit: string | null }[] = [
  { roles: ['triage'], unit: null },
  { roles: ['triage'], unit: null },
  { roles: ['clerk', 'triage'], unit: null },
  { roles: ['auditor'], unit: null },
  ...readOfficeProfile().units.flatMap(({ code }) => [
    { roles: ['drafter'] as Role[], unit: code },
    { roles: ['approver'] as Role[], unit: code },
  ]),
];

/** Changes when other letters would be invented: the archive is then made anew. */
function versionOfLetters(): string {
  const folder = join(projectRoot, 'dist/src/cli');
  const hash = createHash('sha256').update(JSON.stringify(OFFICERS));
  for (const file of readdirSync(folder)
    .filter((file) => /^demo-(?!releases).*\.js$/.test(file))
    .sort())
    hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 8);
}
