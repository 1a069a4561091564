import { tmpdir } from 'node:os';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../src/app.module.js';
import { readEnvironment } from '../src/config/environment.js';
import { readOfficeProfile } from '../src/config/office-profile.js';

/** Works inside the program on a database of the bench, without HTTP and without background work. */
export async function inProcess<T>(
  database: string,
  work: (app: INestApplicationContext) => Promise<T>,
  variables: Record<string, string> = {},
): Promise<T> {
  const environment = readEnvironment({
    DATABASE_URL: database,
    DATA_DIR: `${tmpdir()}/pismo-bench-in-process`,
    SECRET_KEY: 'a key of the bench, a key of the bench',
    SMTP_URL: 'smtp://127.0.0.1:9',
    ROLE: 'web',
    ...variables,
  });
  const app = await NestFactory.createApplicationContext(
    AppModule.with(environment, readOfficeProfile(), database),
    {
      logger: ['error'],
      abortOnError: false,
    },
  );
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}
