// Runs before `npm start`, `npm test` and the commands, on whatever Node the machine has and without any
// package: installs when node_modules is missing or older than the lockfile, builds when a source is newer
// than the last build. Says what it does only when there is something to do.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...path) => join(root, ...path);
const changed = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);
const npm = (...args) =>
  spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
    .status === 0;

const major = Number(process.versions.node.split('.')[0]);
if (major < 20)
  stop(
    `Pismo needs Node 20 or newer to install itself, and this is ${process.version}: install a newer one from nodejs.org.`,
  );

// `npm ci` writes this file last, so an interrupted installation is done again.
if (changed(at('node_modules', '.package-lock.json')) < changed(at('package-lock.json'))) {
  console.error('Pismo: installing packages (a minute or two, once)…');
  if (!npm('ci', '--no-audit', '--no-fund'))
    stop('The packages could not be installed: see the lines above, mend it, and run the command again.');
}

const sources = [
  'src',
  'migrations',
  'office',
  'bench',
  'scripts',
  'package-lock.json',
  'tsconfig.json',
  'nest-cli.json',
  '.swcrc',
];
const canBuild = existsSync(at('node_modules', '@nestjs', 'cli'));
if (canBuild && changed(at('dist', '.built')) < Math.max(...sources.map((source) => newest(at(source))))) {
  console.error('Pismo: building…');
  if (!npm('run', '--silent', 'build')) stop('The build failed: see the lines above.');
  writeFileSync(at('dist', '.built'), '');
} else if (!existsSync(at('dist'))) {
  stop(
    'Pismo is not built and its build tools are not installed: run `npm ci` (without --omit=dev), then try again.',
  );
}

/** The newest change in a file or folder, folders themselves counted so that a removal is seen too. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
