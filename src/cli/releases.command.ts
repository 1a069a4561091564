import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { ConfigurationError } from '../config/environment.js';
import { OfficeProfile } from '../config/office-profile.js';
import { readFeedFile } from '../releases/import/feed-file.js';
import type { Remark } from '../releases/import/found-release.js';
import { readMarkdownFolder } from '../releases/import/markdown-folder.js';
import { ReleaseImport } from '../releases/import/release-import.service.js';
import { showProgress } from './progress.js';
import type { WithApp } from './with-app.js';

/** `pismo releases import`: press releases that were published elsewhere before. */
export function releasesCommand(program: Command, withApp: WithApp): void {
  program
    .command('releases')
    .description('press releases')
    .command('import')
    .argument('<source>', 'a folder of Markdown files with front matter, or an RSS or Atom file')
    .description(
      'publish what was published elsewhere before; run again, it adds only what is new (docs/importing-releases.md)',
    )
    .option('--dry-run', 'check everything and write nothing')
    .action((source: string, { dryRun = false }: { dryRun?: boolean }) =>
      withApp(async (app) => {
        const found = await read(source, app.get(OfficeProfile, { strict: false }).timeZone);
        const report = await app.get(ReleaseImport, { strict: false }).import(found, {
          isRehearsal: dryRun,
          progress: showProgress('releases'),
        });
        for (const note of report.notes) console.error(lineOf(note));
        for (const flaw of report.flaws) console.error(`refused: ${lineOf(flaw)}`);
        const done = dryRun ? 'would be imported' : 'imported';
        console.log(`${report.imported} ${done}, ${report.there} there already, ${report.refused} refused.`);
        if (report.refused > 0) process.exitCode = 1;
      }),
    );
}

async function read(source: string, timeZone: string) {
  const found = await stat(source).catch(() => {
    throw new ConfigurationError([
      `There is no ${source}: give a folder of Markdown or an RSS or Atom file.`,
    ]);
  });
  return found.isDirectory() ? readMarkdownFolder(source, timeZone) : readFeedFile(source, timeZone);
}

const lineOf = ({ file, line, text }: Remark) => `${file}:${line}: ${text}`;
