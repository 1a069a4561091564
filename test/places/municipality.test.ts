import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMunicipalities } from '../../src/places/municipality.js';
import { toLatin } from '../../src/script/transliterate.js';

describe('the default gazetteer', () => {
  const municipalities = readMunicipalities();

  it('holds every city, municipality and city municipality', () => {
    const count = (kind: string) =>
      municipalities.filter((municipality) => municipality.kind === kind).length;
    expect([count('city'), count('municipality'), count('city_municipality')]).toEqual([29, 145, 25]);
  });

  it('has the right check digit in every code', () => {
    const wrong = municipalities
      .flatMap(({ code }) => code ?? [])
      .filter((code) => {
        const [a, b, c, d, check] = [...code].map(Number) as [number, number, number, number, number];
        const sum = 5 * a + 4 * b + 3 * c + 2 * d;
        const expected = (11 - (sum % 11)) % 11;
        return code.length !== 5 || (expected === 10 ? 0 : expected) !== check;
      });
    expect(wrong).toEqual([]);
  });

  it('gives a code to all but Belgrade and Niš as whole cities, and never the same twice', () => {
    const codes = municipalities.flatMap(({ code }) => code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
    expect(municipalities.filter(({ code }) => code === null).map(({ name }) => name.sr)).toEqual([
      'Београд',
      'Ниш',
    ]);
  });

  it('names every place and district in Latin as transliteration does', () => {
    const names = municipalities.flatMap(({ name, district, parentCity }) =>
      [name, district, parentCity ?? []].flat(),
    );
    expect(names.filter(({ sr, en }) => toLatin(sr) !== en)).toEqual([]);
  });

  it('puts city municipalities, and only them, in a city', () => {
    for (const { kind, parentCity } of municipalities)
      expect(parentCity !== null).toBe(kind === 'city_municipality');
    expect(municipalities.find(({ code }) => code === '71323')?.parentCity).toEqual({ sr: 'Ниш', en: 'Niš' });
  });
});

describe('a gazetteer that cannot be used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-places-'));
  const file = join(folder, 'places.tsv');
  const header = 'rzs_code\tname_latn\tname_cyrl\tdistrict_latn\tkind\tparent_city_latn\tdistrict_cyrl';
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['other columns', 'code\tname\n', /must begin with the columns rzs_code, /],
    ['an unknown kind', `${header}\n1\tUb\tУб\tX\tvillage\t\tХ\n`, /line 2/],
    [
      'a city that is not there',
      `${header}\n1\tUb\tУб\tX\tcity\t\tХ\n2\tA\tА\tX\tcity_municipality\tNiš\tХ\n`,
      /line 3/,
    ],
    ['a missing name', `${header}\n1\tUb\t\tX\tcity\t\tХ\n`, /line 2/],
  ])('is refused for %s', (_, text, message) => {
    writeFileSync(file, text);
    expect(() => readMunicipalities(file)).toThrow(message);
    expect(() => readMunicipalities(file)).toThrow(file);
  });

  it('is refused when absent', () => {
    expect(() => readMunicipalities(join(folder, 'absent.tsv'))).toThrow(
      /absent\.tsv cannot be read \(ENOENT\)/,
    );
  });
});
