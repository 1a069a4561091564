// Builds everything that browsers fetch: stylesheets, fonts, scripts, the icon. Runs after `nest build`.
// Every file is named by its content, so that it may be cached for ever; `asset()` reads the manifest.
import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AssetFolder } from './assets/asset-folder.mjs';
import { buildFonts } from './assets/fonts.mjs';
import { buildPrintFonts } from './assets/print-fonts.mjs';
import { buildScripts } from './assets/scripts.mjs';
import { buildStyles } from './assets/styles.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'src/web/assets');
const target = join(root, 'dist/assets');

const started = performance.now();
// Built beside and swapped in at the end: a build that fails leaves the last good one in its place.
const fresh = `${target}.new`;
rmSync(fresh, { recursive: true, force: true });
mkdirSync(fresh, { recursive: true });

const folder = new AssetFolder(fresh);
folder.add('icon.svg', readFileSync(join(source, 'icon.svg')));
const fonts = await buildFonts(root, folder);
buildStyles(root, source, folder, fonts);
await buildScripts(source, folder);
// Beside what browsers fetch, not among it: printed letters embed these.
await buildPrintFonts(root, join(root, 'dist/print'));
const bytes = folder.finish();
rmSync(target, { recursive: true, force: true });
renameSync(fresh, target);
console.log(
  `Assets: ${folder.count} files, ${Math.round(bytes / 1024)} kB, ${Math.round(performance.now() - started)} ms.`,
);
