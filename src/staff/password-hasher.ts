import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** What one hash costs; `memoryCost` is in KiB, `timeCost` in passes over it. */
export interface PasswordCost {
  memoryCost: number;
  timeCost: number;
  parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, argon2id (the library's default variant): 19 MiB, 2 passes, 1 lane. */
export const OWASP_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords with argon2id. Only tests give a lower cost. */
export class PasswordHasher {
  private readonly nobodysHash: Promise<string>;

  constructor(private readonly cost: PasswordCost = OWASP_COST) {
    this.nobodysHash = this.hash(randomBytes(32).toString('base64url'));
    // A failure is told to the first who verifies, not to the process as an unhandled rejection.
    this.nobodysHash.catch(() => undefined);
  }

  hash(password: string): Promise<string> {
    return hash(normal(password), this.cost);
  }

  /** Without a hash to compare (no such account, no password yet) it is false at the same cost. */
  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const matches = await verify(passwordHash ?? (await this.nobodysHash), normal(password));
    return typeof passwordHash === 'string' && matches;
  }
}

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B, 3.1.1.2: NFKC). */
const normal = (password: string) => password.normalize('NFKC');
