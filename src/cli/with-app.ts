import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readEnvironment } from '../config/environment.js';
import { readOfficeProfile } from '../config/office-profile.js';
import { secretKey } from '../config/secret-key.js';
import { migrate } from '../database/data-source.js';
import { openDatabase } from '../database/open-database.js';

/** Runs a command's work inside the program: joined to a running server, or with one started for it. */
export type WithApp = (work: (app: INestApplicationContext) => Promise<void>) => Promise<void>;

/** The whole program without HTTP and without background work, whatever ROLE says. */
export const withApp: WithApp = async (work) => {
  const environment = readEnvironment();
  environment.role = 'web';
  environment.lmtpPort = undefined;
  const profile = readOfficeProfile(environment.officeProfile);
  const database = await openDatabase(environment, 'pismo', { join: true });
  try {
    secretKey(environment);
    await migrate(database.url);
    const app = await NestFactory.createApplicationContext(
      AppModule.with(environment, profile, database.url),
      {
        logger: ['error', 'fatal'],
        abortOnError: false,
      },
    );
    try {
      await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await database.close();
  }
};
