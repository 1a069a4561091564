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
    const name = { sr: 'X', en: 'X' };
    const parts = [
      { code: 'x', name, parent: 'y' },
      { code: 'y', name, parent: 'x' },
      { code: 'z', name, parent: 'none' },
    ];
    expect(changed((profile) => (profile.categories = parts))).toThrow(
      /"x" is a part of itself[\s\S]*"y" is a part of itself[\s\S]*"z" is a part of the unknown category "none"/,
    );
    expect(() => readOfficeProfile(join(folder, 'absent.json'))).toThrow(
      /OFFICE_PROFILE .*absent\.json cannot be read/,
    );
  });
});

describe('the tree of categories', () => {
  const profile = Object.assign(readOfficeProfile(), {
    categories: [
      { code: 'health', name: { sr: 'З', en: 'H' }, unit: 'social', replyWithinDays: 15, approval: false },
      { code: 'waiting', name: { sr: 'Л', en: 'W' }, parent: 'health', replyWithinDays: 10 },
      { code: 'hip', name: { sr: 'К', en: 'P' }, parent: 'waiting' },
    ],
  });

  it('gives a part what it does not say itself, from the nearest that does', () => {
    expect(profile.categoryPath('hip').map(({ code }) => code)).toEqual(['health', 'waiting', 'hip']);
    expect(profile.ofCategory('hip', 'unit')).toBe('social');
    expect(profile.ofCategory('hip', 'replyWithinDays')).toBe(10);
    expect(profile.ofCategory('hip', 'approval')).toBe(false);
    expect(profile.ofCategory('gone', 'unit')).toBeUndefined();
    expect(profile.categoryWithParts('health')).toEqual(['health', 'waiting', 'hip']);
    expect(profile.categoryWithParts('hip')).toEqual(['hip']);
  });
});
