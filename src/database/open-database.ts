import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ConfigurationError, type Environment } from '../config/environment.js';
import { liveHolder, lockDataDir } from './data-dir-lock.js';
import { runningServerUrl, startEmbeddedServer } from './embedded-server.js';

export interface OpenDatabase {
  url: string;
  /** Whether the server is the embedded one. */
  embedded: boolean;
  /** Stops what this process started; call it last. */
  close(): Promise<void>;
}

/**
 * Gives a PostgreSQL that is ready: `DATABASE_URL`, or the embedded server. A command-line tool (`join`)
 * uses the server of a Pismo that already runs on the same `DATA_DIR`; otherwise that is refused by name.
 */
export async function openDatabase(
  environment: Environment,
  what: string,
  { join = false, wait = 30_000 } = {},
): Promise<OpenDatabase> {
  if (environment.databaseUrl) {
    await waitForDatabase(environment.databaseUrl, wait);
    return { url: environment.databaseUrl, embedded: false, close: async () => {} };
  }
  if (join && liveHolder(environment.dataDir)) {
    const url = runningServerUrl(environment.dataDir);
    if (url) {
      await waitForDatabase(url, wait);
      return { url, embedded: true, close: async () => {} };
    }
  }
  const unlock = lockDataDir(environment.dataDir, what);
  try {
    const server = await startEmbeddedServer(environment.dataDir);
    await createDatabase(server.url);
    await waitForDatabase(server.url, wait);
    return {
      url: server.url,
      embedded: true,
      close: async () => {
        await server.stop();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

async function createDatabase(url: string): Promise<void> {
  const administrative = new URL(url);
  const name = administrative.pathname.slice(1);
  administrative.pathname = '/postgres';
  await withClient(administrative.href, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** Waits for the server to answer, then refuses one on which Serbian search could not work. */
async function waitForDatabase(url: string, wait: number): Promise<void> {
  const place = describe(url);
  const deadline = Date.now() + wait;
  for (;;) {
    try {
      return await withClient(url, (client) => checkDatabase(client, place));
    } catch (error) {
      if (error instanceof ConfigurationError) throw error;
      if (Date.now() > deadline)
        throw new ConfigurationError([
          `PostgreSQL at ${place} does not answer (${(error as Error).message || (error as NodeJS.ErrnoException).code}): start it, or correct DATABASE_URL.`,
        ]);
      await sleep(500);
    }
  }
}

async function checkDatabase(client: pg.Client, place: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; lowers: boolean }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding,
            lower('Ж') = 'ж' AS lowers`,
  );
  const server = rows[0]!;
  if (server.version < 180_000)
    throw new ConfigurationError([
      `PostgreSQL at ${place} is version ${Math.floor(server.version / 10_000)}: Pismo needs 18 or newer.`,
    ]);
  if (server.encoding !== 'UTF8' || !server.lowers)
    throw new ConfigurationError([
      `The database at ${place} does not know Cyrillic letters: create it with ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8' TEMPLATE template0.`,
    ]);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away while we wait is reported by the query that fails.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Host, port and database of a URL, without the password. */
function describe(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
