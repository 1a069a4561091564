import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config/project-root.js';

/** Where `scripts/build-assets.mjs` writes stylesheets, scripts, fonts and the manifest. */
export const ASSETS_FOLDER = join(projectRoot, 'dist', 'assets');

type Manifest = Record<string, string>;

let manifest: Manifest | undefined;

function readManifest(): Manifest {
  const file = join(ASSETS_FOLDER, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/**
 * The address of a built file by its plain name: `asset('public.css')` → `/assets/public-3f9c1b2a.css`.
 * Without a build (unit tests) the plain name stands in the address.
 */
export function asset(name: string): string {
  manifest ??= readManifest();
  return `/assets/${manifest[name] ?? name}`;
}
