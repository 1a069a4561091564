import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Room } from '../../src/app.module.js';
import { readEnvironment } from '../../src/config/environment.js';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { createApp } from '../../src/create-app.js';
import { testDatabase } from './database.js';

export interface TestApp {
  /** Address of the site, without a trailing slash. */
  url: string;
  databaseUrl: string;
  dataDir: string;
  app: NestFastifyApplication;
  get<T>(token: Type<T>): T;
  stop(): Promise<void>;
}

/**
 * The real program over HTTP on a database of its own. `rooms` narrows it to the named modules; `env` sets
 * variables (SMTP goes nowhere unless SMTP_URL is given); `databaseUrl` joins another test app's database.
 */
export async function startApp(
  options: { rooms?: Room[]; env?: Record<string, string>; databaseUrl?: string; dataDir?: string } = {},
): Promise<TestApp> {
  const database = options.databaseUrl ? undefined : await testDatabase();
  const databaseUrl = options.databaseUrl ?? database!.url;
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'pismo-app-'));
  const port = await freePort();
  const environment = readEnvironment({
    PORT: String(port),
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    SMTP_URL: 'smtp://127.0.0.1:9',
    SECRET_KEY: 'test-secret-key-test-secret-key-test-secret-key',
    LOG_LEVEL: 'silent',
    ...options.env,
  });
  const app = await createApp(
    environment,
    readOfficeProfile(environment.officeProfile),
    databaseUrl,
    options.rooms,
  );
  await app.listen(port, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl,
    dataDir,
    app,
    get: (token) => app.get(token, { strict: false }),
    stop: async () => {
      await app.close();
      await database?.drop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
