import type { INestApplicationContext } from '@nestjs/common';
import { type Command, InvalidArgumentError } from 'commander';
import { DataSource } from 'typeorm';
import { ConfigurationError, Environment } from '../config/environment.js';
import { LettersService } from '../letters/letters.service.js';
import { SequencerService } from '../letters/register/sequencer.service.js';
import { PictureMaker } from '../releases/picture-maker.service.js';
import { ReleasesService } from '../releases/releases.service.js';
import { demoArchive } from './demo-archive.js';
import { publishedSlugs } from './demo-archive.queries.js';
import { demoLetters } from './demo-letters.js';
import { demoReleases } from './demo-releases.js';
import type { WithApp } from './with-app.js';
import { showProgress } from './progress.js';

/** Letters handed in at once, so that they share commits as a busy hour's do. */
const AT_ONCE = 50;

interface DemoOptions {
  letters: number;
  releases: number;
  years: number;
  seed?: number;
}

/** Adds `demo`: an office full of invented letters and releases, to look around in. */
export function demoCommand(program: Command, withApp: WithApp): void {
  program
    .command('demo')
    .description('fill in invented letters and press releases, for trying out')
    .option('--letters <n>', 'how many letters', count, 0)
    .option('--releases <n>', 'how many releases', count, 0)
    .option(
      '--seed <n>',
      'the same seed makes the same letters, and a second run with it makes no second ones',
      count,
    )
    .option(
      '--years <n>',
      'the letters of so many past years, most of them answered or closed by now, instead of letters of this moment; only into an office without letters',
      count,
      0,
    )
    .action(({ letters, releases, years, seed = Date.now() % 1_000_000_000 }: DemoOptions) =>
      withApp(async (app) => {
        // The addresses are invented, but a real mail server would be asked to deliver to them.
        if (app.get(Environment, { strict: false }).smtpUrl !== undefined)
          throw new ConfigurationError([
            'SMTP_URL is set, and acknowledgements of invented letters would go out by it: run demo without SMTP_URL, on an office for trying out.',
          ]);
        const published = await demoReleases(
          app.get(ReleasesService, { strict: false }),
          app.get(PictureMaker, { strict: false }),
          releases,
          showProgress('releases'),
        );
        if (years > 0)
          await demoArchive(app, {
            ...{ letters, years, seed, progress: showProgress('letters') },
            releases: await publishedSlugs(app.get(DataSource)),
          });
        else await receiveAll(app, letters, seed);
        console.log(`${letters} letters received and registered, ${published} releases published.`);
      }),
    );
}

async function receiveAll(app: INestApplicationContext, total: number, seed: number): Promise<void> {
  const service = app.get(LettersService, { strict: false });
  const register = app.get(SequencerService, { strict: false });
  const progress = showProgress('letters');
  let batch: Promise<unknown>[] = [];
  let done = 0;
  for await (const letter of demoLetters(total, seed)) {
    batch.push(service.receive(letter));
    if (batch.length < AT_ONCE) continue;
    done += (await Promise.all(batch)).length;
    batch = [];
    progress(done, total);
  }
  done += (await Promise.all(batch)).length;
  progress(done, total);
  while ((await register.enterBatch()) > 0);
}

function count(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 0)
    throw new InvalidArgumentError('Give a whole number, 0 or more.');
  return number;
}
