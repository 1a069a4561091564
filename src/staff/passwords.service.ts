import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../database/rows.js';
import { AccountLinks } from './account-links.service.js';
import type { Account } from './account.entity.js';
import { faultsOfPassword } from './account.rules.js';
import { accountByEmail, accountById, setPasswordHash } from './accounts.queries.js';
import { PasswordHasher } from './password-hasher.js';
import { deleteSessionsOf } from './sessions.queries.js';
import { refuseIf, StaffRefused } from './staff-refused.js';

/** Passwords: checked at sign-in, changed by their owner, set through a link. Each change ends every session. */
@Injectable()
export class PasswordsService {
  private readonly log = new Logger(PasswordsService.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly hasher: PasswordHasher,
    private readonly links: AccountLinks,
  ) {}

  /** The account, or undefined: an unknown address, a wrong password and a disabled account cost the same. */
  async check(email: string, password: string): Promise<Account | undefined> {
    const account = await accountByEmail(this.dataSource, email.trim());
    const matches = await this.hasher.matches(account?.passwordHash, password);
    return matches && account?.disabledAt === null ? account : undefined;
  }

  async change(accountId: string, current: string, next: string): Promise<void> {
    const account = await accountById(this.dataSource, accountId);
    if (!account) throw new StaffRefused([{ code: 'no-such-account', values: { email: '' } }]);
    if (!(await this.hasher.matches(account.passwordHash, current)))
      throw new StaffRefused([{ code: 'password-wrong', field: 'currentPassword' }]);
    await this.keep(account, next);
  }

  /** The URL of a one-time link; until it is used, the old password and the sessions stay. */
  linkFor(account: Account, publicUrl: string): Promise<string> {
    return this.dataSource.transaction((tx) => this.makeLink(tx, account, publicUrl));
  }

  /** The same, and whoever is signed in as this account is signed out at once. */
  reset(account: Account, publicUrl: string): Promise<string> {
    return this.dataSource.transaction(async (tx) => {
      await deleteSessionsOf(tx, account.id);
      return this.makeLink(tx, account, publicUrl);
    });
  }

  /** Whose password the link sets; throws `link-dead`. */
  async ownerOf(token: string): Promise<Account> {
    const { accountId } = await this.links.look(token, 'set-password');
    const account = accountId === null ? undefined : await accountById(this.dataSource, accountId);
    if (!account || account.disabledAt) throw new StaffRefused([{ code: 'link-dead' }]);
    return account;
  }

  async setByLink(token: string, password: string): Promise<void> {
    await this.keep(await this.ownerOf(token), password, token);
  }

  private async makeLink(tx: Sql, { id, email, disabledAt }: Account, publicUrl: string): Promise<string> {
    if (disabledAt) throw new StaffRefused([{ code: 'account-disabled', values: { email } }]);
    return this.links.make(tx, 'set-password', id, publicUrl);
  }

  /** Hashes before the transaction, so that no connection waits for argon2. */
  private async keep(account: Account, password: string, token?: string): Promise<void> {
    refuseIf(faultsOfPassword(password, [account.name, account.email]));
    const passwordHash = await this.hasher.hash(password);
    await this.dataSource.transaction(async (tx) => {
      if (token !== undefined) await this.links.use(tx, token, 'set-password');
      await setPasswordHash(tx, account.id, passwordHash);
      await deleteSessionsOf(tx, account.id);
      await this.links.withdraw(tx, 'set-password', account.id);
    });
    this.log.log(`account ${account.id}: password set`);
  }
}
