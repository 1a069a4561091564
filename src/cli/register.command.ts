import type { Command } from 'commander';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import { verifyRegister } from '../letters/register/verify.js';
import type { WithApp } from './with-app.js';

/** `pismo register verify`: proof that the register is gapless and agrees with the letters. */
export function registerCommand(program: Command, withApp: WithApp): void {
  program
    .command('register')
    .description('the register of letters')
    .command('verify')
    .description('check every number of the register against every letter; exits with 1 on any difference')
    .option('--json', 'print {"ok", "letters", "entries", "gaps", "problems"} on standard output')
    .action(async ({ json }: { json?: boolean }) => {
      await withApp(async (app) => {
        const report = await verifyRegister(
          app.get(DataSource),
          app.get(OfficeProfile).timeZone,
          (progress) => console.error(progress),
        );
        if (json) console.log(JSON.stringify(report));
        else if (report.ok)
          console.log(`The register is whole: ${report.letters} letters, ${report.entries} entries.`);
        else
          for (const line of [...report.gaps.map((gap) => `missing: ${gap}`), ...report.problems])
            console.log(line);
        if (report.ok) return;
        console.error(
          'The register and the letters differ: keep the database as it is and restore a copy beside it to compare.',
        );
        process.exitCode = 1;
      });
    });
}
