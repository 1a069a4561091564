import { createServer } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConfigurationError, type Environment } from './config/environment.js';
import { readOfficeProfile } from './config/office-profile.js';
import { secretKey } from './config/secret-key.js';
import { createApp } from './create-app.js';
import { migrate } from './database/data-source.js';
import { type OpenDatabase, openDatabase } from './database/open-database.js';
import { announce } from './announce.js';

export interface Program {
  app: NestFastifyApplication;
  /** Finishes work in hand, then stops what this process started, PostgreSQL last. */
  stop(): Promise<void>;
}

/** Starts everything in order; what has been started is stopped again when a later step fails. */
export async function start(environment: Environment): Promise<Program> {
  const profile = readOfficeProfile(environment.officeProfile);
  await refuseTakenPort(environment);
  secretKey(environment);
  const database = await openDatabase(environment, 'npm start');
  let app: NestFastifyApplication | undefined;
  try {
    await migrate(database.url);
    app = await createApp(environment, profile, database.url);
    await app.listen(environment.port, environment.host);
    await announce(app, environment, database);
  } catch (error) {
    await stop(app, database);
    throw explain(error as NodeJS.ErrnoException, environment);
  }
  return { app, stop: () => stop(app, database) };
}

async function stop(app: NestFastifyApplication | undefined, database: OpenDatabase): Promise<void> {
  try {
    await app?.close();
  } finally {
    await database.close();
  }
}

/** Looked at before anything is started, so that the answer comes at once. */
function refuseTakenPort(environment: Environment): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(explain(error as NodeJS.ErrnoException, environment)));
    probe.listen(environment.port, environment.host, () => probe.close(() => resolve()));
  });
}

function explain(error: NodeJS.ErrnoException, { host, port }: Environment): Error {
  const why: Record<string, string> = {
    EADDRINUSE: `PORT=${port} is taken by another program: stop that one, or set PORT to a free port.`,
    EACCES: `PORT=${port} may not be used by this account: set PORT to one above 1023.`,
    EADDRNOTAVAIL: `HOST=${host} is not an address of this machine: set HOST to one that is, or leave it out.`,
    ENOTFOUND: `HOST=${host} is not known: set HOST to an address of this machine, or leave it out.`,
  };
  const sentence =
    error.syscall === 'listen' || error.syscall === 'getaddrinfo' ? why[error.code ?? ''] : undefined;
  return sentence === undefined ? error : new ConfigurationError([sentence]);
}
