import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { projectRoot } from '../src/config/project-root.js';
import { migrate } from '../src/database/data-source.js';
import { startEmbeddedServer } from '../src/database/embedded-server.js';

/** What every measurement gets: a durable PostgreSQL, and a way to start programs against a database of their own. */
export interface Bench {
  pairs: number;
  seconds: number;
  /** Letters of the large archive. */
  letters: number;
  /** Followers of the fan-out. */
  followers: number;
  /** A migrated, empty database; `search` words are never shared between measurements. */
  database(): Promise<string>;
  /** Starts a file of `dist/` as a process of its own and waits until its port answers. */
  start(file: string, environment: Record<string, string>): Promise<Running>;
  close(): Promise<void>;
}

export interface Running {
  url: string;
  pid: number;
  /** Seconds from the spawn to the first answer. */
  startSeconds: number;
  /** Resident memory in MB. */
  memory(): number;
  stop(): Promise<void>;
}

export async function openBench({
  pairs,
  seconds,
  letters,
  followers,
}: Pick<Bench, 'pairs' | 'seconds' | 'letters' | 'followers'>): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-bench-'));
  const server = await startEmbeddedServer(folder, {
    shared_buffers: '512MB',
    max_wal_size: '4GB',
    max_connections: '200',
  });
  const administrative = new URL(server.url);
  administrative.pathname = '/postgres';
  let databases = 0;
  return {
    pairs,
    seconds,
    letters,
    followers,
    async database() {
      const url = new URL(server.url);
      url.pathname = `/bench_${++databases}`;
      await ask(administrative.href, `CREATE DATABASE bench_${databases}`);
      await migrate(url.href);
      return url.href;
    },
    start: (file, environment) => startProgram(file, { DATA_DIR: join(folder, 'data'), ...environment }),
    async close() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startProgram(file: string, environment: Record<string, string>): Promise<Running> {
  const port = await freePort();
  const began = performance.now();
  const program = spawn(process.execPath, [join(projectRoot, file)], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
      ...environment,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, program);
  return {
    url,
    pid: program.pid!,
    startSeconds: (performance.now() - began) / 1_000,
    memory: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.pid}/status`, 'utf8'))![1]) / 1_024,
    async stop() {
      if (program.exitCode !== null) return;
      const ended = once(program, 'exit');
      program.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string, program: ChildProcess): Promise<void> {
  for (;;) {
    if (program.exitCode !== null)
      throw new Error(`A measured program ended with ${program.exitCode} before it answered.`);
    try {
      await fetch(`${url}/healthz`);
      return;
    } catch {
      await sleep(5);
    }
  }
}

/** One statement on a connection of its own. */
export async function ask<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
