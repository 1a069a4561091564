import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, type Environment } from './environment.js';

/** Reads a secret from `DATA_DIR/secrets/<name>`, generating it (mode 600) the first time. */
export function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, name);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new ConfigurationError([
      `DATA_DIR=${dataDir} cannot be used (${(error as NodeJS.ErrnoException).code}): give a folder that this account may write to.`,
    ]);
  }
}

/** The key that signs private links and form tokens: `SECRET_KEY`, else the one kept in `DATA_DIR`. */
export function secretKey(environment: Environment): string {
  return (environment.secretKey ??= keptSecret(environment.dataDir, 'secret-key'));
}
