import { join } from 'node:path';
import * as sass from 'sass';

/** Compiles the two stylesheets; the fonts' rules stand first, since their addresses are known only now. */
export function buildStyles(root, source, folder, fonts) {
  for (const name of ['public', 'office']) {
    const { css } = sass.compile(join(source, `${name}.scss`), {
      style: 'compressed',
      charset: false,
      loadPaths: [join(root, 'node_modules')],
      quietDeps: true,
    });
    folder.add(`${name}.css`, `${fonts[name]}\n${css}`);
  }
}
