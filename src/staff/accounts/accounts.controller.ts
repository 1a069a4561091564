import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { Access, type Role, ROLES } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { notFound } from '../../web/problem.js';
import type { Account } from '../account.entity.js';
import { CurrentAccount, type SignedIn } from '../account.js';
import type { AccountDetails } from '../account.rules.js';
import { seeOther, sendPage } from '../answers.js';
import { absenceIn } from '../absence-fields.js';
import { chosenLanguage } from '../door-page.js';
import { readFields } from '../fields.js';
import { PasswordsService } from '../passwords.service.js';
import { StaffRefused } from '../staff-refused.js';
import { StaffService } from '../staff.service.js';
import { AccountPage, type AccountPageProps } from './account.page.js';
import { AccountsPage, type TypedAccount } from './accounts.page.js';

/** The administrators' page of accounts. */
@Controller()
@Access(['admin'])
export class AccountsController {
  constructor(
    private readonly staff: StaffService,
    private readonly passwords: PasswordsService,
    private readonly profile: OfficeProfile,
    private readonly environment: Environment,
  ) {}

  @Get(paths.accounts)
  async list(@CurrentAccount() account: SignedIn, @Res() reply: FastifyReply) {
    return sendPage(
      reply,
      AccountsPage({ account, profile: this.profile, accounts: await this.staff.all() }),
    );
  }

  /** Answers with the page itself, since the link on it is never shown again. */
  @Post(paths.accounts)
  async add(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const { email, ...fields } = readFields(body, ['name', 'email', 'unit', 'language'], ['roles', 'onDuty']);
    const typed: TypedAccount = { email, ...detailsOf(fields) };
    try {
      const owner = await this.staff.createAccount(typed);
      const link = await this.passwords.linkFor(owner, this.environment.publicUrl);
      return this.page(reply, { account, owner, link }, 201);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
      const accounts = await this.staff.all();
      const { refusals } = error;
      return sendPage(
        reply,
        AccountsPage({ account, profile: this.profile, accounts, typed, refusals }),
        422,
      );
    }
  }

  @Get(paths.account(':id'))
  async show(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Query('saved') saved: unknown,
    @Res() reply: FastifyReply,
  ) {
    return this.page(reply, { account, owner: await this.owner(id), saved: saved === 'yes' });
  }

  @Post(paths.account(':id'))
  async change(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const owner = await this.owner(id);
    const typed = detailsOf(readFields(body, ['name', 'unit', 'language'], ['roles', 'onDuty']));
    return this.saved(reply, { account, owner, typed }, () => this.staff.changeDetails(id, typed));
  }

  @Post(paths.accountPart(':id', 'disabling'))
  async disable(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const owner = await this.owner(id);
    return this.saved(reply, { account, owner }, () => this.staff.disable(id));
  }

  @Post(paths.accountPart(':id', 'enabling'))
  async enable(@CurrentAccount() account: SignedIn, @Param('id') id: string, @Res() reply: FastifyReply) {
    const owner = await this.owner(id);
    return this.saved(reply, { account, owner }, () => this.staff.enable(id));
  }

  /** Somebody who fell ill plans nothing: an administrator does. */
  @Post(paths.accountPart(':id', 'absence'))
  async planAbsence(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ) {
    const owner = await this.owner(id);
    const absence = absenceIn(body);
    return this.saved(reply, { account, owner, typedAbsence: absence ?? undefined }, () =>
      this.staff.planAbsence(id, absence),
    );
  }

  @Post(paths.accountPart(':id', 'password-link'))
  async passwordLink(
    @CurrentAccount() account: SignedIn,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ) {
    const owner = await this.owner(id);
    try {
      const link = await this.passwords.linkFor(owner, this.environment.publicUrl);
      return this.page(reply, { account, owner, link }, 201);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
      return this.page(reply, { account, owner, refusals: error.refusals }, 422);
    }
  }

  private async owner(id: string): Promise<Account> {
    try {
      if (isUUID(id)) return await this.staff.byId(id);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
    }
    throw notFound();
  }

  private async saved(
    reply: FastifyReply,
    page: Omit<AccountPageProps, 'profile' | 'others'>,
    save: () => Promise<void>,
  ) {
    try {
      await save();
      return seeOther(reply, `${paths.account(page.owner.id)}?saved=yes`);
    } catch (error) {
      if (!(error instanceof StaffRefused)) throw error;
      return this.page(reply, { ...page, refusals: error.refusals }, 422);
    }
  }

  private async page(
    reply: FastifyReply,
    props: Omit<AccountPageProps, 'profile' | 'others'>,
    status = 200,
  ): Promise<FastifyReply> {
    const others = (await this.staff.activeAccounts()).filter(({ id }) => id !== props.owner.id);
    return sendPage(reply, AccountPage({ ...props, profile: this.profile, others }), status);
  }
}

/** Roles that do not exist are left out: the page offers none, so only a program sends them. */
function detailsOf(
  fields: Record<'name' | 'unit' | 'language', string> & { roles: string[]; onDuty: string[] },
): AccountDetails {
  return {
    name: fields.name,
    roles: ROLES.filter((role: Role) => fields.roles.includes(role)),
    onDuty: fields.onDuty.includes('yes'),
    unit: fields.unit || null,
    language: chosenLanguage(fields.language),
  };
}
