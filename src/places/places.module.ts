import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Gazetteer } from './gazetteer.js';
import { readMunicipalities } from './municipality.js';

/** The gazetteer, read once at start: `places.tsv` beside the office's profile, else the default one. */
@Module({
  providers: [
    {
      provide: Gazetteer,
      inject: [Environment],
      useFactory: (environment: Environment) => new Gazetteer(readMunicipalities(placesFile(environment))),
    },
  ],
  exports: [Gazetteer],
})
export class PlacesModule {}

function placesFile({ officeProfile }: Environment): string | undefined {
  const beside = officeProfile && join(dirname(officeProfile), 'places.tsv');
  return beside && existsSync(beside) ? beside : undefined;
}
