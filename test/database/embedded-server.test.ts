import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readEnvironment } from '../../src/config/environment.js';
import { openDatabase } from '../../src/database/open-database.js';
import { lockDataDir } from '../../src/database/data-dir-lock.js';
import { eventually } from '../support/eventually.js';

describe('the embedded PostgreSQL', () => {
  let dataDir: string;
  const environment = () => readEnvironment({ DATA_DIR: dataDir });

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'pismo-embedded-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('keeps its data between starts, and stops without a trace', async () => {
    const first = await openDatabase(environment(), 'first');
    await ask(first.url, 'CREATE TABLE kept (word text)');
    await ask(first.url, "INSERT INTO kept VALUES ('ЂОРЂЕВИЋ')");
    await first.close();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);

    const second = await openDatabase(environment(), 'second');
    expect(await ask(second.url, 'SELECT lower(word) AS word FROM kept')).toEqual([{ word: 'ђорђевић' }]);
    await second.close();
  });

  it('comes back on the same address after its server was killed', async () => {
    const database = await openDatabase(environment(), 'killed');
    try {
      process.kill(serverProcess(dataDir), 'SIGKILL');
      await eventually(async () => expect(await ask(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]));
    } finally {
      await database.close();
    }
  });

  it('lets a command join a living program, and refuses a second program by name', async () => {
    const living = await openDatabase(environment(), 'npm start');
    const command = await openDatabase(environment(), 'pismo migrate', { join: true });
    expect(command.url).toBe(living.url);
    await command.close();
    expect(await ask(living.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect(openDatabase(environment(), 'npm start')).rejects.toThrow(
      /in use by a running Pismo \(npm start/,
    );
    await living.close();
  });

  it('takes over the orphan server of a program that was killed', async () => {
    const program = spawn(
      process.execPath,
      ['--import', './scripts/typescript.mjs', 'test/database/hold-database.ts', dataDir],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(program.stdout, 'data');
    const orphan = serverProcess(dataDir);
    program.kill('SIGKILL');
    await once(program, 'exit');
    expect(serverProcess(dataDir)).toBe(orphan);

    const next = await openDatabase(environment(), 'npm start');
    expect(serverProcess(dataDir)).not.toBe(orphan);
    expect(await ask(next.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await next.close();
  });

  it('names a data folder that cannot be used', () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    expect(() => lockDataDir(file, 'npm start')).toThrow(/DATA_DIR .*a-file cannot be used/);
  });

  it('refuses a cluster of another version by name', async () => {
    const database = await openDatabase(environment(), 'first');
    await database.close();
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    await expect(openDatabase(environment(), 'second')).rejects.toThrow(/PostgreSQL 17/);
  });
});

const serverProcess = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function ask(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
