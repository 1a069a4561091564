import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { releasesCommand } from '../../src/cli/releases.command.js';
import { startReleases } from '../releases/rooms.js';
import type { TestApp } from '../support/app.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await startReleases();
  folder = mkdtempSync(join(tmpdir(), 'pismo-import-'));
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs `pismo releases import …` in this process; answers what it printed and its exit code. */
async function run(...words: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => void out.push(text));
  const error = jest.spyOn(console, 'error').mockImplementation((text: string) => void err.push(text));
  const before = process.exitCode;
  try {
    const program = new Command('pismo').exitOverride();
    releasesCommand(program, (work) => work(app.app));
    await program.parseAsync(['releases', 'import', folder, ...words], { from: 'user' });
    return { out, err, code: process.exitCode ?? 0 };
  } finally {
    process.exitCode = before;
    log.mockRestore();
    error.mockRestore();
  }
}

test('import shows how far it is, names what it refused by file and line, and exits with 1 if it refused', async () => {
  writeFileSync(join(folder, 'dobro.md'), '---\ntitle: Добро\ndate: 2024-01-01\n---\nТекст.\n');
  expect(await run('--dry-run')).toEqual({
    out: ['1 would be imported, 0 there already, 0 refused.'],
    err: ['releases: 1 of 1'],
    code: 0,
  });
  expect((await run()).out).toEqual(['1 imported, 0 there already, 0 refused.']);
  writeFileSync(join(folder, 'lose.md'), '---\ntitle: Лоше\ndate: јуче\n---\nТекст.\n');
  expect(await run()).toMatchObject({
    out: ['0 imported, 1 there already, 1 refused.'],
    err: expect.arrayContaining(['refused: lose.md:3: "јуче" is not a date: give 2024-05-03 14:30.']),
    code: 1,
  });
});
