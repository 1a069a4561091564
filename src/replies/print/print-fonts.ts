import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../config/project-root.js';

const FOLDER = join(projectRoot, 'dist', 'print');

/** Files of the faces that letters are set in, cut by the build; each holds both scripts. */
export const PRINT_FONTS = {
  regular: join(FOLDER, 'regular.ttf'),
  italic: join(FOLDER, 'italic.ttf'),
  bold: join(FOLDER, 'bold.ttf'),
} as const;

/** Throws, saying what to do, where the program was never built. */
export function checkPrintFonts(): void {
  const missing = Object.values(PRINT_FONTS).find((file) => !existsSync(file));
  if (missing) throw new Error(`${missing} is missing: run npm run build, which cuts the fonts.`);
}
