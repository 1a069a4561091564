import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { countAbout } from '../../letters/about-release.queries.js';
import { laterMailsOf, mailOfLetter } from '../../letters/inbound/letter-mail.queries.js';
import { LettersService } from '../../letters/letters.service.js';
import { twinsOf } from '../../letters/merge/merge.queries.js';
import { LETTER_ROLES, officerOf } from '../../letters/viewer.js';
import { paperOf } from '../../letters/paper/paper.queries.js';
import { scanTextsOf } from '../../letters/paper/text/scan-text.queries.js';
import { readingsOf } from '../../letters/reading-list/reading-list.queries.js';
import { relatedLetters } from '../../letters/related.queries.js';
import { RulesService } from '../../letters/rules/rules.service.js';
import { MailService } from '../../mail/mail.service.js';
import type { SignedIn } from '../../staff/account.js';
import { namedReleases } from '../../releases/named-releases.queries.js';
import { changedCitations } from '../../replies/citations/changed-citations.js';
import { forwardingsOf } from '../../replies/forwarding/forwarding.queries.js';
import { repliesSent } from '../../replies/replies.queries.js';
import type { Account } from '../../staff/account.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import type { Role } from '../../web/access.js';
import { presentAt } from '../live/presence.queries.js';
import { officerName, type Ui } from '../ui.js';
import type { ActionProblem, Colleague } from './actions.js';
import type { LetterAbout } from './letter-facts.js';
import type { LetterOnDesk } from './letter-pane.js';
import { canTakeRisk, canWork, mayHandBack, offeredActions } from './offered-actions.js';
import { MOST_RELATED } from './related-list.js';
import { accountsIn, trailSentences } from './trail-sentences.js';
import { trailTexts } from './trail.texts.js';

/** Roles that see how a letter is answered. */
const REPLY_ROLES: readonly Role[] = ['clerk', 'triage', 'drafter', 'approver', 'auditor'];

/** Opens letters for officers: each display is written into the letter's history. */
@Injectable()
export class LetterDeskService {
  constructor(
    private readonly letters: LettersService,
    private readonly staff: StaffService,
    private readonly rules: RulesService,
    private readonly mail: MailService,
    private readonly dataSource: DataSource,
  ) {}

  /** Everything that the letter's pane shows. Throws `LetterNotFound` for a foreign letter as for an absent one. */
  async open(
    ui: Ui,
    reference: string,
    { as = 'read', problem }: { as?: 'read' | 'delivered'; problem?: ActionProblem } = {},
  ): Promise<LetterOnDesk> {
    const { letter, events, ...rest } = await this.letters.open(reference, officerOf(ui.account), as);
    const { roles } = ui.account;
    const mayRetry = canWork(roles) || roles.includes('clerk');
    const [names, emails, accounts, replies, forwardings, present, related, twins, suggestion, readings] =
      await Promise.all([
        this.namesOf(ui, [
          ...accountsIn(events),
          ...[letter.assignedTo, letter.riskTakenBy].filter((id) => id !== null),
        ]),
        this.mail.emailsAbout(letter.id),
        this.staff.activeAccounts(),
        repliesSent(this.dataSource, letter.id),
        forwardingsOf(this.dataSource, letter.id),
        presentAt(this.dataSource, [letter.id], ui.account.id),
        relatedLetters(this.dataSource, officerOf(ui.account), letter, MOST_RELATED + 1),
        twinsOf(this.dataSource, letter, officerOf(ui.account)),
        this.rules.suggestionFor(letter, events),
        readingsOf(this.dataSource, letter.id),
      ]);
    // A page's questions at once are as many as the pool has connections; these are asked after them.
    const changed = await changedCitations(this.dataSource, letter.id, ui.language);
    const about = await this.releaseOf(ui, letter.releaseSlug);
    const mail = letter.channel === 'email' ? await mailOfLetter(this.dataSource, letter.id) : undefined;
    const laterMails = await laterMailsOf(this.dataSource, letter.id);
    const paper = letter.channel === 'post' ? await this.#paperOf(letter.id) : undefined;
    return {
      letter,
      opened: as,
      ...rest,
      assignee: letter.assignedTo === null ? undefined : names.get(letter.assignedTo),
      emails: emails.map((email) => ({
        ...email,
        mayRetry: mayRetry && email.state === 'failed' && this.mail.mayRetry(email.kind),
      })),
      trail: trailSentences(ui, letter, events, names),
      offered: offeredActions(letter, roles).filter(
        (action) => action !== 'for-reading' || !readings.some(({ day }) => day === null),
      ),
      riskTaker: letter.riskTakenBy === null ? undefined : names.get(letter.riskTakenBy),
      mayTakeRisk: canTakeRisk(roles),
      mayHandBack: mayHandBack(letter.state, roles),
      replies,
      forwardings,
      twins,
      suggestion,
      readings,
      changed,
      about,
      mail,
      laterMails,
      paper,
      present: present.get(letter.id) ?? [],
      mayReply: roles.some((role) => REPLY_ROLES.includes(role)),
      colleagues: asColleagues(ui, accounts, canWork),
      mentionable: asColleagues(ui, accounts, readsLetters).filter(({ id }) => id !== ui.account.id),
      related,
      problem,
    };
  }

  async #paperOf(letterId: string): Promise<LetterOnDesk['paper']> {
    const paper = await paperOf(this.dataSource, letterId);
    return paper && { ...paper, texts: await scanTextsOf(this.dataSource, letterId) };
  }

  /** What somebody is called, in this account's script. */
  async nameOf({ language }: SignedIn, id: string): Promise<string> {
    const [account] = await this.staff.accountsByIds([id]);
    return account === undefined ? trailTexts[language].somebody : officerName({ language }, account.name);
  }

  /** Accounts that a letter can be given to. */
  async colleagues(): Promise<Colleague[]> {
    const accounts = await this.staff.activeAccounts();
    return accounts.filter(({ roles }) => canWork(roles)).map(({ id, name }) => ({ id, name }));
  }

  private async releaseOf(ui: Ui, slug: string | null): Promise<LetterAbout | undefined> {
    if (slug === null) return undefined;
    const [[release], counts] = await Promise.all([
      namedReleases(this.dataSource, ui.language, [slug]),
      countAbout(this.dataSource, [slug], officerOf(ui.account)),
    ]);
    return { release, letters: counts.get(slug)!.letters };
  }

  private async namesOf(ui: Ui, ids: string[]): Promise<Map<string, string>> {
    const accounts = await this.staff.accountsByIds([...new Set(ids)]);
    return new Map(accounts.map(({ id, name }) => [id, officerName(ui, name)]));
  }
}

const readsLetters = (roles: readonly Role[]) => roles.some((role) => LETTER_ROLES.includes(role));

const asColleagues = (
  ui: Ui,
  accounts: readonly Account[],
  may: (roles: readonly Role[]) => boolean,
): Colleague[] =>
  accounts.filter(({ roles }) => may(roles)).map(({ id, name }) => ({ id, name: officerName(ui, name) }));
