import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../config/office-profile.js';
import type { Sql } from '../database/rows.js';
import type { Language } from '../script/texts.js';
import { calendarDay } from '../calendar/working-days.js';
import { type Absence, faultsOfAbsence } from './absence.js';
import { AccountLinks } from './account-links.service.js';
import type { Account } from './account.entity.js';
import {
  type AccountDetails,
  faultsOfDetails,
  faultsOfEmail,
  faultsOfPassword,
  tidyName,
} from './account.rules.js';
import * as accounts from './accounts.queries.js';
import { PasswordHasher } from './password-hasher.js';
import { deleteSessionsOf } from './sessions.queries.js';
import { refuseIf, StaffRefused } from './staff-refused.js';

export interface NewAccount extends AccountDetails {
  email: string;
  /** Absent: its owner sets one through a link. */
  password?: string;
}

/** The accounts of the office: who there is, and what each may do. */
@Injectable()
export class StaffService {
  private readonly log = new Logger(StaffService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly hasher: PasswordHasher,
    private readonly links: AccountLinks,
  ) {}

  all(): Promise<Account[]> {
    return accounts.allAccounts(this.dataSource);
  }

  /** Accounts that are not disabled, by name; for choosing whom to assign to. */
  async activeAccounts(): Promise<Account[]> {
    return (await this.all()).filter((account) => account.disabledAt === null);
  }

  /** Disabled ones too, since they may stand in a letter's history. */
  accountsByIds(ids: string[]): Promise<Account[]> {
    return accounts.accountsByIds(this.dataSource, ids);
  }

  /** Throws `no-such-account`. */
  async byId(id: string): Promise<Account> {
    return found(await accounts.accountById(this.dataSource, id));
  }

  /** Throws `no-such-account`. Letter case does not matter. */
  async byEmail(email: string): Promise<Account> {
    return found(await accounts.accountByEmail(this.dataSource, email.trim()), email);
  }

  /** Throws {@link StaffRefused} with everything that is wrong. */
  async createAccount(account: NewAccount): Promise<Account> {
    const passwordHash = await this.checkedHash(account);
    return this.dataSource.transaction((tx) => this.add(tx, account, passwordHash));
  }

  async changeDetails(id: string, details: AccountDetails): Promise<void> {
    const tidy = { ...details, name: tidyName(details.name) };
    refuseIf(faultsOfDetails(tidy, this.profile));
    await this.dataSource.transaction(async (tx) => {
      const administrators = await accounts.lockAdministrators(tx);
      found(await accounts.lockAccount(tx, id));
      if (!details.roles.includes('admin')) refuseLast(administrators, id);
      await accounts.updateAccount(tx, { id, ...tidy });
      if (details.roles.includes('admin')) await this.links.withdraw(tx, 'first-administrator');
    });
    this.log.log(`account ${id}: roles are now ${details.roles.join(', ')}`);
  }

  async chooseLanguage(id: string, language: Language): Promise<void> {
    await accounts.setLanguage(this.dataSource, id, language);
  }

  /**
   * While an account is absent its letters go to the stand-in; null ends it. Throws {@link StaffRefused} with
   * everything that is wrong.
   */
  async planAbsence(id: string, absence: Absence | null, now = new Date()): Promise<void> {
    found(await accounts.accountById(this.dataSource, id));
    if (absence !== null) {
      const others = (await this.activeAccounts()).filter((account) => account.id !== id);
      refuseIf(faultsOfAbsence(absence, others, calendarDay(now, this.profile.timeZone)));
    }
    await accounts.setAbsence(this.dataSource, id, absence);
    this.log.log(
      `account ${id}: ${absence ? `absent from ${absence.from} until ${absence.until}` : 'present'}`,
    );
  }

  /** From now on it cannot sign in; its sessions and links end in the same transaction. */
  async disable(id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const administrators = await accounts.lockAdministrators(tx);
      found(await accounts.lockAccount(tx, id));
      refuseLast(administrators, id);
      await accounts.setDisabled(tx, id, true);
      await deleteSessionsOf(tx, id);
      await this.links.withdraw(tx, 'set-password', id);
    });
    this.log.log(`account ${id}: disabled`);
  }

  async enable(id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      const account = found(await accounts.lockAccount(tx, id));
      await accounts.setDisabled(tx, id, false);
      if (account.roles.includes('admin')) await this.links.withdraw(tx, 'first-administrator');
    });
    this.log.log(`account ${id}: enabled`);
  }

  /**
   * URL of the one-time link that makes the first administrator, or null when there is one. Each call replaces
   * the link before it, and an administrator who comes another way voids it.
   */
  async firstAdministratorLink(publicUrl: string): Promise<string | null> {
    if (await accounts.hasAdministrator(this.dataSource)) return null;
    return this.recoveryLink(publicUrl);
  }

  /** The same link even though administrators exist: for the operator when none of them can sign in. */
  recoveryLink(publicUrl: string): Promise<string> {
    return this.dataSource.transaction((tx) => this.links.make(tx, 'first-administrator', null, publicUrl));
  }

  /** Uses the first administrator's link up; the account may triage too, so that one person can try it all. */
  async setUp(
    token: string,
    person: Pick<NewAccount, 'name' | 'email' | 'language'> & { password: string },
  ): Promise<Account> {
    await this.links.look(token, 'first-administrator');
    const account: NewAccount = { ...person, roles: ['admin', 'triage'], unit: null };
    const passwordHash = await this.checkedHash(account);
    return this.dataSource.transaction(async (tx) => {
      await this.links.use(tx, token, 'first-administrator');
      return this.add(tx, account, passwordHash);
    });
  }

  private async checkedHash(account: NewAccount): Promise<string | null> {
    const { email, password } = account;
    const name = tidyName(account.name);
    refuseIf([
      ...faultsOfDetails({ ...account, name }, this.profile),
      ...faultsOfEmail(email.trim()),
      ...(password === undefined ? [] : faultsOfPassword(password, [name, email])),
    ]);
    return password === undefined ? null : this.hasher.hash(password);
  }

  private async add(tx: Sql, account: NewAccount, passwordHash: string | null): Promise<Account> {
    const email = account.email.trim();
    const { roles, unit, language } = account;
    const id = await accounts.insertAccount(tx, {
      name: tidyName(account.name),
      email,
      roles,
      unit,
      language,
      passwordHash,
    });
    if (!id) throw new StaffRefused([{ code: 'email-taken', field: 'email', values: { email } }]);
    if (roles.includes('admin')) await this.links.withdraw(tx, 'first-administrator');
    this.log.log(`account ${id}: added with roles ${roles.join(', ')}`);
    return found(await accounts.accountById(tx, id));
  }
}

function found(account: Account | undefined, email = ''): Account {
  if (!account) throw new StaffRefused([{ code: 'no-such-account', values: { email } }]);
  return account;
}

/** Nobody may leave the office without an administrator who can sign in. */
function refuseLast(administrators: string[], id: string): void {
  if (administrators.length === 1 && administrators[0] === id)
    throw new StaffRefused([{ code: 'last-administrator', field: 'roles' }]);
}
