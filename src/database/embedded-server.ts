import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Logger } from '@nestjs/common';
import { ConfigurationError } from '../config/environment.js';
import { keptSecret } from '../config/secret-key.js';
import { isRoot, loadPrograms, type Programs } from './embedded-programs.js';

const run = promisify(execFile);
const log = new Logger('EmbeddedServer');

/** The account that the server runs as when Pismo runs as root, since PostgreSQL refuses to be root. */
const NOBODY = 65534;
const MAJOR_VERSION = '18';
const DATABASE = 'pismo';

export interface EmbeddedServer {
  /** Connection URL of the database `pismo` on this server. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL from the npm package on `dataDir/postgres`, creating the cluster the first time. An
 * orphan left by a killed run is stopped first; the caller holds the lock on `dataDir`, so nobody else
 * uses it. `settings` are extra server settings (tests turn durability off).
 */
export async function startEmbeddedServer(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<EmbeddedServer> {
  const programs = await loadPrograms();
  const cluster = join(dataDir, 'postgres');
  const serverLog = join(dataDir, 'postgres.log');
  const password = keptSecret(dataDir, 'postgres-password');

  await createCluster(programs, dataDir, cluster);
  await stopServer(programs, cluster);
  if (existsSync(serverLog)) truncateSync(serverLog);
  const port = await freePort();
  const options = Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    ...settings,
  }).map(([name, value]) => `-c ${name}='${value}'`);
  const launch = () =>
    runServerProgram(
      programs.pg_ctl,
      ['start', '--silent', '-w', '-t', '300', '-D', cluster, '-l', serverLog, '-o', options.join(' ')],
      () => `The embedded PostgreSQL did not start; its log ${serverLog} ends: ${lastLines(serverLog)}`,
    );
  await launch();
  const stopWatching = watch(() => postmaster(cluster) !== undefined, launch);
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/${DATABASE}`,
    stop: async () => {
      await stopWatching();
      await stopServer(programs, cluster);
    },
  };
}

/** A server that was killed is started again on its port: the night stays quiet. Returns the end of the watch. */
function watch(isAlive: () => boolean, launch: () => Promise<void>): () => Promise<void> {
  let launching = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy || isAlive()) return;
    busy = true;
    log.warn('The embedded PostgreSQL has gone; starting it again');
    launching = launch()
      .catch((error: Error) => log.error(error.message))
      .finally(() => {
        busy = false;
      });
  }, 1_000).unref();
  return async () => {
    clearInterval(timer);
    await launching;
  };
}

/** The URL of a server that a live Pismo runs on this folder; undefined when there is none. */
export function runningServerUrl(dataDir: string): string | undefined {
  const port = postmaster(join(dataDir, 'postgres'))?.port;
  return (
    port && `postgres://postgres:${keptSecret(dataDir, 'postgres-password')}@127.0.0.1:${port}/${DATABASE}`
  );
}

/** initdb works beside the final folder and is renamed into place, so that a kill leaves no half cluster. */
async function createCluster(programs: Programs, dataDir: string, cluster: string): Promise<void> {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (version === MAJOR_VERSION) return;
    throw new ConfigurationError([
      `DATA_DIR ${dataDir} holds a cluster of PostgreSQL ${version}, and this Pismo runs ${MAJOR_VERSION}: give another DATA_DIR, or dump it with version ${version} and restore.`,
    ]);
  }
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (isRoot()) chownSync(unfinished, NOBODY, NOBODY);
  await runServerProgram(
    programs.initdb,
    [
      `--pgdata=${unfinished}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${join(dataDir, 'secrets', 'postgres-password')}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--lc-collate=C',
      '--lc-ctype=C.UTF-8',
    ],
    (error) => `The embedded PostgreSQL could not create its cluster in ${dataDir}: ${error}`,
  );
  renameSync(unfinished, cluster);
}

async function stopServer(programs: Programs, cluster: string): Promise<void> {
  if (postmaster(cluster) === undefined) return;
  await runServerProgram(
    programs.pg_ctl,
    ['stop', '--silent', '-w', '-t', '120', '-m', 'fast', '-D', cluster],
    (error) => `The embedded PostgreSQL did not stop: ${error}`,
  );
}

/** The live server of a cluster by its postmaster.pid (line 1: process, line 4: port). */
function postmaster(cluster: string): { port: string } | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(lines[0]), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  }
  return { port: lines[3] ?? '' };
}

/**
 * As root the server runs as `nobody` with the one capability that lets it reach folders of root (a clone
 * in a private folder); as anyone else it runs as that account. pg_ctl gives it a session of its own, so
 * Ctrl-C reaches only us and we stop it last.
 */
async function runServerProgram(program: string, args: string[], explain: (error: string) => string) {
  const [command, commandArgs] = isRoot()
    ? [
        'setpriv',
        [
          `--reuid=${NOBODY}`,
          `--regid=${NOBODY}`,
          '--clear-groups',
          '--inh-caps=-all,+dac_override',
          '--ambient-caps=-all,+dac_override',
          program,
          ...args,
        ],
      ]
    : [program, args];
  try {
    await run(command, commandArgs, { env: { ...process.env, LC_MESSAGES: 'C' } });
  } catch (error) {
    const failure = error as NodeJS.ErrnoException & { stderr?: string };
    if (failure.code === 'ENOENT' && isRoot())
      throw new ConfigurationError([
        'PostgreSQL does not run as root, and `setpriv` (util-linux) is missing: start Pismo as an ordinary account, or set DATABASE_URL.',
      ]);
    throw new ConfigurationError([
      explain((failure.stderr || failure.message).trim().replace(/\s*\n\s*/g, ' ')),
    ]);
  }
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').slice(-3).join(' ') : '(empty)';
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
