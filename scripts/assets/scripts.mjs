import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
    plugins: [withoutProgressBar],
  });
  for (const file of outputFiles) folder.add(file.path.slice(scripts.length + 1), file.contents);
}

/**
 * Turbo puts a <style> for its progress bar into every page as soon as it loads, which our policy refuses and the
 * browser then reports. Our pages show their own progress, so the element is left out; a Turbo that no longer has
 * this line stops the build.
 */
const withoutProgressBar = {
  name: 'turbo-without-progress-bar',
  setup(build) {
    build.onLoad({ filter: /@hotwired[\\/]turbo[\\/]dist[\\/][^\\/]+\.js$/ }, ({ path }) => {
      const line = 'document.head.insertBefore(this.stylesheetElement, document.head.firstChild);';
      const source = readFileSync(path, 'utf8');
      if (!source.includes(line)) throw new Error(`${path} no longer installs its style by "${line}".`);
      return { contents: source.replace(line, ''), loader: 'js' };
    });
  },
};
