import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OpenLetter } from '../../letters/letter.view.js';
import { letterByReference, letterOfWriter } from '../../letters/letters.queries.js';
import { LettersService } from '../../letters/letters.service.js';
import { readReference } from '../../letters/reference.js';
import { RateLimits } from '../../web/rate-limits.js';

/** Tries, right or wrong: with 40 random bits in a reference nobody guesses one at this pace. */
const ALLOWANCE = { perAddress: 20, perNetwork: 100, seconds: 600 };
/** One letter's link is sent at most this often, whoever asks. */
const LINKS = { perAddress: 5, perNetwork: 20, seconds: 600 };

/** Finds a letter by its reference and its writer's surname, without telling which of the two was wrong. */
@Injectable()
export class LookupService {
  readonly limit;
  readonly linkLimit;

  constructor(
    rateLimits: RateLimits,
    private readonly dataSource: DataSource,
    private readonly letters: LettersService,
  ) {
    this.limit = rateLimits.limit('lookups', ALLOWANCE);
    this.linkLimit = rateLimits.limit('resent-links', LINKS);
  }

  /** A wrong pair and an absent one run the same query. Every try counts. */
  async find(ip: string, typedReference: string, surname: string): Promise<OpenLetter | undefined> {
    await this.limit.count(ip);
    const reference = readReference(typedReference);
    if (reference === undefined) return undefined;
    const letter = await letterOfWriter(this.dataSource, reference, surname);
    return letter && this.letters.whole(letter, 'citizen');
  }

  /** Sends the private link to the address in the letter, if there is one. */
  async resendLink(ip: string, reference: string): Promise<void> {
    await this.linkLimit.count(ip);
    const letter = await letterByReference(this.dataSource, reference, 'citizen');
    if (letter?.email) await this.letters.resendLink(letter.id);
  }
}
