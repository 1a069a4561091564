import { DiskSpace } from '../../src/files/disk-space.js';

const MB = 1024 * 1024;
const disk = (totalMb: number, freeMb: number) => async () => ({
  bavail: freeMb,
  blocks: totalMb,
  bsize: MB,
});

test.each([
  [100_000, 600, false],
  [100_000, 500, true],
  [1_000, 70, false],
  [1_000, 60, true],
  [4_000, 210, false],
  [4_000, 190, true],
])('a disk of %i MB with %i MB left is low: %s', async (total, free, low) => {
  expect(await new DiskSpace(['/'], disk(total, free)).isLow()).toBe(low);
});

test('one full disk of two is enough, and one that cannot be looked at is not', async () => {
  const look = (folder: string) => (folder === '/full' ? disk(1_000, 1)() : disk(1_000, 900)());
  expect(await new DiskSpace(['/data', '/full'], look).isLow()).toBe(true);
  expect(await new DiskSpace(['/data'], () => Promise.reject(new Error('no such folder'))).isLow()).toBe(
    false,
  );
});
