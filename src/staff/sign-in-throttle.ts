import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Environment } from '../config/environment.js';
import { networkOf } from '../web/rate-limits.js';
import { digestOf } from './opaque-id.js';

const FIFTEEN_MINUTES = 15 * 60;

/**
 * Slows guessing down without a lock that a stranger could turn: failures count for an address from one network,
 * and for a network as a whole, never for an address alone.
 */
@Injectable()
export class SignInThrottle {
  private readonly pairs = new RateLimiterMemory({ points: 10, duration: FIFTEEN_MINUTES });
  private readonly networks = new RateLimiterMemory({ points: 100, duration: FIFTEEN_MINUTES });

  constructor(private readonly environment: Environment) {}

  /**
   * Counts an attempt before the password is looked at, so that attempts at the same time count too. Answers
   * the seconds to wait, or 0.
   */
  async secondsToWait(email: string, ip: string): Promise<number> {
    if (!this.environment.rateLimits) return 0;
    try {
      await this.networks.consume(networkOf(ip));
      await this.pairs.consume(pairKey(email, ip));
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    }
  }

  /** A right password takes back what its attempts have counted. */
  async succeeded(email: string, ip: string): Promise<void> {
    await this.pairs.delete(pairKey(email, ip));
    await this.networks.reward(networkOf(ip));
  }
}

/** A digest, so that a long address costs no memory and the table holds no addresses. */
const pairKey = (email: string, ip: string) =>
  digestOf(`${email.trim().toLowerCase()} ${networkOf(ip)}`).toString('base64url');
