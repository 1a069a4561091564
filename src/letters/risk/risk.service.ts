import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import { correctLetter } from '../correct-letter.js';
import type { Letter, Risk } from '../letter.entity.js';
import { lockLetter } from '../letters.queries.js';
import { LetterNotFound, RiskTaken, TransitionRefused } from '../letters.refused.js';
import { moveLetter } from '../move-letter.js';
import { Bells } from '../register/bells.js';
import { newTerm } from '../time/term.js';
import type { Officer } from '../viewer.js';
import { RiskEmails } from './risk-emails.service.js';

const NO_RISK = { risk: null, riskAt: null, riskTakenBy: null, riskTakenAt: null };

/** Letters that somebody must look at now. Each verb gives the id of its event. */
@Injectable()
export class RiskService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly emails: RiskEmails,
    private readonly bells: Bells,
  ) {}

  /**
   * Marks a danger, whatever the letter's state: an ended letter is opened again. Those on duty are told by e-mail
   * at once; marked again by another word, they are told again.
   */
  async mark(reference: string, risk: Risk, reason: string, by: Officer): Promise<string> {
    const owed: string[] = [];
    const event = await this.change(reference, by, async (tx, letter) => {
      if (letter.state === 'withdrawn') throw new TransitionRefused('withdrawn', 'received');
      if (letter.state === 'closed' || letter.state === 'spam') await this.open(tx, letter, reason, by);
      const change = { risk, riskAt: new Date(), riskTakenBy: null, riskTakenAt: null };
      const id = await correctLetter(tx, letter, change, { kind: 'risk', reason, by, details: { risk } });
      owed.push(...(await this.emails.owe(tx, letter.id, id)));
      return id;
    });
    this.bells.ring('email', owed);
    return event;
  }

  /** A named person takes the danger upon itself. Throws {@link RiskTaken} when somebody else was faster. */
  take(reference: string, by: Officer): Promise<string> {
    return this.change(reference, by, (tx, letter) => {
      if (letter.risk === null) throw new TransitionRefused(letter.state, letter.state);
      if (letter.riskTakenBy !== null) throw new RiskTaken(letter.riskTakenBy);
      const change = { riskTakenBy: by.accountId, riskTakenAt: new Date() };
      return correctLetter(tx, letter, change, { kind: 'risk-taking', by });
    });
  }

  /** What was done, whom they called and what was agreed, or why it is no danger: the mark goes. */
  settle(reference: string, outcome: string, by: Officer): Promise<string> {
    return this.change(reference, by, (tx, letter) => {
      if (letter.risk === null) throw new TransitionRefused(letter.state, letter.state);
      return correctLetter(tx, letter, NO_RISK, { kind: 'risk-outcome', reason: outcome, by });
    });
  }

  private async open(tx: EntityManager, letter: Letter, reason: string, by: Officer): Promise<void> {
    const change = { closedReason: null, assignedTo: null, ...newTerm(letter, this.profile) };
    await moveLetter(tx, letter, { to: 'received', by, kind: 'reopening', reason, change });
    Object.assign(letter, change, { state: 'received' });
  }

  private change(
    reference: string,
    by: Officer,
    work: (tx: EntityManager, letter: Letter) => Promise<string>,
  ): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      const letter = await lockLetter(tx, 'reference', reference, by);
      if (!letter) throw new LetterNotFound();
      return work(tx, letter);
    });
  }
}
