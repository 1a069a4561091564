import { type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Command } from 'commander';
import { AppModule } from '../app.module.js';
import { readEnvironment } from '../config/environment.js';
import { readOfficeProfile } from '../config/office-profile.js';
import { secretKey } from '../config/secret-key.js';
import { migrate } from '../database/data-source.js';
import { openDatabase } from '../database/open-database.js';
import { demoCommand } from './demo.command.js';
import { registerCommand } from './register.command.js';
import { staffCommand } from './staff.command.js';

/** Runs a command's work inside the program: joined to a running server, or with one started for it. */
export type WithApp = (work: (app: INestApplicationContext) => Promise<void>) => Promise<void>;

/** `npm run pismo -- <command>`. */
export function pismo(): Command {
  const program = new Command('pismo')
    .usage('[command]')
    .description(
      'Commands for the operator of Pismo. Each joins the running program, or starts PostgreSQL for itself.',
    )
    .showHelpAfterError('(add --help for what the command takes)');
  program
    .command('migrate')
    .description('bring the database up to date (every start does this too)')
    .action(async () => {
      const environment = readEnvironment();
      const database = await openDatabase(environment, 'pismo migrate', { join: true });
      try {
        const done = await migrate(database.url);
        console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}.`);
      } finally {
        await database.close();
      }
    });
  demoCommand(program, withApp);
  registerCommand(program, withApp);
  staffCommand(program, withApp);
  return program;
}

/** The whole program without HTTP and without background work, whatever ROLE says. */
export const withApp: WithApp = async (work) => {
  const environment = readEnvironment();
  environment.role = 'web';
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
