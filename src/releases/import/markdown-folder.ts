import { readdir, readFile, realpath } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type { Found } from './found-release.js';
import { markdownRelease, type SourceFile } from './markdown-file.js';

/** Every release of a folder of Markdown files, in the order of their names. */
export async function readMarkdownFolder(folder: string, timeZone: string): Promise<Found[]> {
  const root = await realpath(folder);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  const files = new Map<string, SourceFile>();
  for (const path of paths) files.set(path, { path, text: await readFile(join(root, path), 'utf8') });
  return paths.flatMap((path) => {
    const file = files.get(path)!;
    if (!path.endsWith('.en.md')) {
      const english = files.get(path.replace(/\.md$/, '.en.md'));
      return [markdownRelease(root, basename(root), file, english, timeZone)];
    }
    const serbian = path.replace(/\.en\.md$/, '.md');
    if (files.has(serbian)) return [];
    const text = `There is no ${basename(serbian)} beside it: a release is in Serbian first.`;
    return [{ flaws: [{ file: path, line: 1, text }], notes: [] }];
  });
}
