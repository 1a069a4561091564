import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CappedMap, createChallenge, type Challenge, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Environment } from '../../config/environment.js';
import { secretKey } from '../../config/secret-key.js';
import { FORM_TOKEN_HOURS } from '../../web/form-token.js';

/** Rounds of one try, and tries: about a second on a phone. */
const COST = 2_000;
const TRIES = { least: 200, most: 600 };

/**
 * Proof of work by the ALTCHA scheme (`ALTCHA=on`): the page's script works while the citizen writes, and
 * nothing is asked of a person. Without it a letter is only marked.
 */
@Injectable()
export class ProofOfWork {
  readonly isOn: boolean;
  readonly #used = new CappedMap<string, true>({ maxSize: 50_000 });

  constructor(private readonly environment: Environment) {
    this.isOn = environment.altcha;
  }

  challenge(): Promise<Challenge> {
    return createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost: COST,
      counter: randomInt(TRIES.least, TRIES.most),
      deriveKey,
      expiresAt: new Date(Date.now() + FORM_TOKEN_HOURS * 60 * 60 * 1000),
      ...this.#secrets(),
    });
  }

  /** Whether the form's field holds a solution of one of our challenges that has not been used before. */
  async isProved(payload: unknown): Promise<boolean> {
    if (typeof payload !== 'string' || payload === '' || payload.length > 4_000) return false;
    try {
      const { challenge, solution } = JSON.parse(Buffer.from(payload, 'base64').toString()) as {
        challenge: Challenge;
        solution: { counter: number; derivedKey: string };
      };
      const signature = String(challenge.signature);
      if (this.#used.has(signature)) return false;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...this.#secrets() });
      if (verified) this.#used.set(signature, true);
      return verified;
    } catch {
      // Not base64, not JSON, or not in the shape of a solution.
      return false;
    }
  }

  #secrets() {
    const secret = secretKey(this.environment);
    return { hmacSignatureSecret: `altcha ${secret}`, hmacKeySignatureSecret: `altcha key ${secret}` };
  }
}
