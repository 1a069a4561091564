import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../src/database/data-source.js';
import { startEmbeddedServer } from '../../src/database/embedded-server.js';

/**
 * One real PostgreSQL for the whole run, durability off, with one migrated template that every test file
 * copies.
 */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-test-'));
  const server = await startEmbeddedServer(folder, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
  });
  globalThis.stopTestServer = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    process.env.PISMO_TEST_SERVER = await createTemplate(server.url, migrate);
  } catch (error) {
    // Jest runs no teardown when the set-up fails.
    await globalThis.stopTestServer();
    throw error;
  }
}

/** Makes the migrated template; gives the URL on which test files create their databases. */
async function createTemplate(url, migrate) {
  const administrative = new URL(url);
  administrative.pathname = '/postgres';
  const client = new pg.Client({ connectionString: administrative.href });
  await client.connect();
  await client.query('CREATE DATABASE pismo_template');
  await client.end();
  const template = new URL(url);
  template.pathname = '/pismo_template';
  await migrate(template.href);
  return administrative.href;
}
