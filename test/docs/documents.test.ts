import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/config/project-root.js';

const read = (...path: string[]) => readFileSync(join(projectRoot, ...path), 'utf8');

describe('the documents', () => {
  it('say what every variable does', () => {
    const variables = [...read('src', 'config', 'environment.ts').matchAll(/\('([A-Z][A-Z_]+)'/g)].map(
      ([, name]) => name!,
    );
    expect(variables.length).toBeGreaterThan(15);
    const operating = read('docs', 'operating.md');
    expect(variables.filter((name) => !operating.includes(`\`${name}\``))).toEqual([]);
  });

  it('show every room of the house on the map', () => {
    const rooms = readdirSync(join(projectRoot, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    const map = read('docs', 'map.md');
    expect(rooms.map(({ name }) => name).filter((name) => !map.includes(`\`${name}/\``))).toEqual([]);
  });

  it('name every metric that the operator is told to watch as it is called in the code', () => {
    const named = [...read('docs', 'operating.md').matchAll(/pismo_[a-z_]+/g)].map(([name]) => name);
    const code = sources(join(projectRoot, 'src'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    expect(named.filter((name) => !code.includes(name))).toEqual([]);
  });
});

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
