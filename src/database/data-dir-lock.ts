import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError } from '../config/environment.js';

interface Holder {
  pid: number;
  /** When that process began, in clock ticks since boot (Linux); tells a reused process number apart. */
  began: string | null;
  /** What it is, for the message: `npm start` or the name of a command. */
  what: string;
}

/**
 * Claims `dataDir` for this process, creating the folder. A lock left by a killed process is taken over;
 * a live holder refuses with {@link ConfigurationError}. Returns the release.
 */
export function lockDataDir(dataDir: string, what: string): () => void {
  const file = join(dataDir, 'pismo.lock');
  const holder: Holder = { pid: process.pid, began: beganAt(process.pid), what };
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    for (;;) {
      try {
        writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const other = liveHolder(dataDir);
      if (other)
        throw new ConfigurationError([
          `DATA_DIR ${dataDir} is in use by a running Pismo (${other.what}, process ${other.pid}): stop it, or give this one another DATA_DIR.`,
        ]);
      rmSync(file, { force: true });
    }
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new ConfigurationError([
      `DATA_DIR ${dataDir} cannot be used (${code}): give a folder that this account may read and write.`,
    ]);
  }
}

/** The live process that holds `dataDir`; undefined when nobody does. */
export function liveHolder(dataDir: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(join(dataDir, 'pismo.lock'), 'utf8')) as Holder;
    return isAlive(holder.pid) && beganAt(holder.pid) === holder.began ? holder : undefined;
  } catch (error) {
    // No lock, or half a lock of a process that was killed while writing it: nobody holds the folder.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function beganAt(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
