import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test } from '@nestjs/testing';
import { ConfigModule } from '../../src/config/config.module.js';
import { readEnvironment } from '../../src/config/environment.js';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { Gazetteer } from '../../src/places/gazetteer.js';
import { PlacesModule } from '../../src/places/places.module.js';

describe('the gazetteer of an office', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-office-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const gazetteerOf = async (variables: Record<string, string>) => {
    const config = ConfigModule.with(readEnvironment(variables), readOfficeProfile());
    const module = await Test.createTestingModule({ imports: [config, PlacesModule] }).compile();
    return module.get(Gazetteer);
  };

  it('is the default one, also for a profile that brings none', async () => {
    expect((await gazetteerOf({})).all('sr-Cyrl')).toHaveLength(199);
    expect(
      (await gazetteerOf({ OFFICE_PROFILE: join(folder, 'none', 'profile.json') })).all('en'),
    ).toHaveLength(199);
  });

  it('is the one that stands beside the profile', async () => {
    const header = 'rzs_code\tname_latn\tname_cyrl\tdistrict_latn\tkind\tparent_city_latn\tdistrict_cyrl';
    writeFileSync(join(folder, 'places.tsv'), `${header}\n1\tPodgorica\tПодгорица\tX\tcity\t\tХ\n`);
    const gazetteer = await gazetteerOf({ OFFICE_PROFILE: join(folder, 'profile.json') });
    expect(gazetteer.all('sr-Cyrl').map(({ code }) => code)).toEqual(['1']);
  });
});
