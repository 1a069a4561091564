import { Command } from 'commander';
import { readEnvironment } from '../config/environment.js';
import { migrate } from '../database/data-source.js';
import { openDatabase } from '../database/open-database.js';
import { demoCommand } from './demo.command.js';
import { mailCommand } from './mail.command.js';
import { registerCommand } from './register.command.js';
import { releasesCommand } from './releases.command.js';
import { staffCommand } from './staff.command.js';
import { withApp } from './with-app.js';

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
  mailCommand(program);
  registerCommand(program, withApp);
  releasesCommand(program, withApp);
  staffCommand(program, withApp);
  return program;
}
