import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundles each script of the pages: every file that stands directly in `scripts/` is one. */
export async function buildScripts(source, folder) {
  const scripts = join(source, 'scripts');
  const entries = existsSync(scripts)
    ? readdirSync(scripts).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    : [];
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(scripts, name)),
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    // Phones of 2018 and later; older ones are served by the pages themselves, which need no script.
    target: ['es2018'],
    charset: 'utf8',
    outdir: scripts,
    legalComments: 'none',
  });
  for (const file of outputFiles) folder.add(file.path.slice(scripts.length + 1), file.contents);
}
