import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Environment } from '../config/environment.js';

export interface Allowance {
  /** Times within `seconds` from one address. */
  perAddress: number;
  /** Times within `seconds` from one network: an IPv4 /24 or an IPv6 /64. */
  perNetwork: number;
  seconds: number;
}

/** Makes limits; each process counts for itself. `RATE_LIMITS=off` lets everything through. */
@Injectable()
export class RateLimits {
  constructor(private readonly environment: Environment) {}

  limit(name: string, allowance: Allowance): RateLimit {
    return new RateLimit(name, allowance, this.environment.rateLimits);
  }
}

/** Counts what was done, not what was tried: ask `wait` first, and `count` once it is done. */
export class RateLimit {
  readonly #address: RateLimiterMemory;
  readonly #network: RateLimiterMemory;

  constructor(
    name: string,
    private readonly allowance: Allowance,
    private readonly isOn = true,
  ) {
    const { perAddress, perNetwork, seconds: duration } = allowance;
    this.#address = new RateLimiterMemory({ keyPrefix: `${name}:address`, points: perAddress, duration });
    this.#network = new RateLimiterMemory({ keyPrefix: `${name}:network`, points: perNetwork, duration });
  }

  /** Seconds until this address may go on; 0 when it may now. */
  async wait(ip: string): Promise<number> {
    if (!this.isOn) return 0;
    const [address, network] = await Promise.all([this.#address.get(ip), this.#network.get(networkOf(ip))]);
    return Math.max(
      secondsLeft(address, this.allowance.perAddress),
      secondsLeft(network, this.allowance.perNetwork),
    );
  }

  async count(ip: string): Promise<void> {
    if (!this.isOn) return;
    await Promise.all([this.#address.penalty(ip), this.#network.penalty(networkOf(ip))]);
  }
}

/** The network that an address belongs to: IPv4 /24, IPv6 /64; an address written as IPv4 in IPv6 is IPv4. */
export function networkOf(ip: string): string {
  if (!ipaddr.isValid(ip)) return ip;
  const address = ipaddr.process(ip);
  return address.kind() === 'ipv4'
    ? `${address.toByteArray().slice(0, 3).join('.')}.0/24`
    : `${address
        .toByteArray()
        .slice(0, 8)
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('')}/64`;
}

function secondsLeft(used: { consumedPoints: number; msBeforeNext: number } | null, points: number): number {
  if (used === null || used.consumedPoints < points) return 0;
  return Math.max(1, Math.ceil(used.msBeforeNext / 1000));
}
