import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { projectRoot } from '../../src/config/project-root.js';

describe('the office profile', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'pismo-profile-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const changed = (change: (profile: Record<string, unknown>) => void) => {
    const profile = JSON.parse(readFileSync(join(projectRoot, 'office', 'profile.json'), 'utf8'));
    change(profile);
    const file = join(folder, 'profile.json');
    writeFileSync(file, JSON.stringify(profile));
    return () => readOfficeProfile(file);
  };

  it('is the President of the Republic of Serbia unless another is given', () => {
    expect(readOfficeProfile().address.street.en).toBe('No. 1, Andrićev venac Str.');
  });

  it('names what is wrong with another', () => {
    expect(changed((profile) => delete profile.email)).toThrow(/"email" is not an e-mail address/);
    expect(changed((profile) => (profile.timeZone = 'Europe/Nowhere'))).toThrow(/Europe\/Nowhere/);
    expect(
      changed((profile) => (profile.categories = [{ code: 'x', name: { sr: 'X' }, unit: 'none' }])),
    ).toThrow(/categories\.x\.name[\s\S]*unknown unit "none"/);
    expect(() => readOfficeProfile(join(folder, 'absent.json'))).toThrow(
      /OFFICE_PROFILE .*absent\.json cannot be read/,
    );
  });
});
