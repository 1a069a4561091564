// Lets Node read the TypeScript sources as they are: `node --import ./scripts/typescript.mjs …`. Compiled by
// swc with .swcrc, as the build does it.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const own = (url) => url.startsWith('file:') && !url.includes('/node_modules/');

registerHooks({
  resolve(specifier, context, next) {
    // Sources import each other by the name of the compiled file.
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL && own(context.parentURL)) {
      for (const ending of ['.ts', '.tsx']) {
        const source = new URL(specifier.replace(/\.js$/, ending), context.parentURL);
        if (existsSync(source)) return { url: source.href, format: 'module', shortCircuit: true };
      }
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    const file = url.split('?')[0];
    if (!own(file) || !/\.tsx?$/.test(file)) return next(url, context);
    const filename = fileURLToPath(file);
    const { code } = transformSync(readFileSync(filename, 'utf8'), {
      filename,
      swcrc: true,
      sourceMaps: 'inline',
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
