// `npm run check`: types, lint, import rules, unused code, formatting. Runs all, then says which failed.
import { spawnSync } from 'node:child_process';

const checks = {
  types: ['tsc', '--noEmit', '-p', '.'],
  'types of the page scripts': ['tsc', '--noEmit', '-p', 'src/web/assets/scripts'],
  lint: ['eslint', '.'],
  'import rules': ['depcruise', 'src', '--config', '.dependency-cruiser.js', '--output-type', 'err'],
  'unused code': ['knip'],
  formatting: ['prettier', '--check', '--log-level', 'warn', '.'],
};
const failed = Object.entries(checks).filter(([name, [command, ...args]]) => {
  console.log(`— ${name}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});
if (failed.length > 0) {
  console.error(`Failed: ${failed.map(([name]) => name).join(', ')}.`);
  process.exit(1);
}
console.log('All checks passed.');
