import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dueDate } from '../calendar/working-days.js';
import { Environment } from '../config/environment.js';
import { OfficeProfile } from '../config/office-profile.js';
import { secretKey } from '../config/secret-key.js';
import type { LetterView } from '../letters/letter.view.js';
import { letterById, registerNumberOf } from '../letters/letters.queries.js';
import { isPrivateToken, letterIdOf, type LinkPurpose, privateToken } from '../letters/private-link.js';
import { notFound } from '../web/problem.js';

const NUMBER_WITHIN_MS = 1_000;
const LOOK_EVERY_MS = 40;

/** The letter behind a private link, for the pages that only its writer may find. */
@Injectable()
export class PrivateLetterService {
  constructor(
    private readonly environment: Environment,
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
  ) {}

  /** Throws 404 for a token that is not ours, was revoked, or names a letter that is gone. */
  async find(token: string, purpose: LinkPurpose): Promise<LetterView> {
    const secret = secretKey(this.environment);
    const id = letterIdOf(token);
    const letter = id === undefined ? undefined : await letterById(this.dataSource, id, 'citizen');
    if (!letter || !isPrivateToken(secret, token, purpose, letter.linkGeneration)) throw notFound();
    return letter;
  }

  tokenOf(letter: Pick<LetterView, 'id' | 'linkGeneration'>, purpose: LinkPurpose): string {
    return privateToken(secretKey(this.environment), letter.id, purpose, letter.linkGeneration);
  }

  /** The same letter with its register number, for which it waits up to a second. */
  async withNumber(letter: LetterView): Promise<LetterView> {
    let registerNumber = letter.registerNumber;
    for (const end = Date.now() + NUMBER_WITHIN_MS; registerNumber === null && Date.now() < end;) {
      await sleep(LOOK_EVERY_MS);
      registerNumber = await registerNumberOf(this.dataSource, letter.id);
    }
    return { ...letter, registerNumber };
  }

  /** The day by which the office aims to answer. */
  dueOn(letter: Pick<LetterView, 'dueOn' | 'receivedAt'>): Date {
    const { replyWithinDays, timeZone } = this.profile;
    return letter.dueOn ?? dueDate(letter.receivedAt, replyWithinDays, { timeZone });
  }
}
