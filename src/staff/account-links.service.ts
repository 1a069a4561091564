import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Sql } from '../database/rows.js';
import { paths } from '../web/paths.js';
import type { LinkPurpose } from './account-link.entity.js';
import { insertLink, liveLink, useLink, voidLinks } from './links.queries.js';
import { digestOf, isOpaqueId, newOpaqueId } from './opaque-id.js';
import { StaffRefused } from './staff-refused.js';

/** How long a link works, as PostgreSQL says it: one to hand over lives through a weekend. */
const LASTS: Record<LinkPurpose, string> = { 'first-administrator': '24 hours', 'set-password': '72 hours' };

/** One-time links: made, looked at without effect, used exactly once. */
@Injectable()
export class AccountLinks {
  constructor(private readonly dataSource: DataSource) {}

  /** Makes the link that replaces every earlier one for the same thing, and answers its URL. */
  async make(tx: Sql, purpose: LinkPurpose, accountId: string | null, publicUrl: string): Promise<string> {
    const token = newOpaqueId();
    await voidLinks(tx, purpose, accountId);
    await insertLink(tx, { tokenHash: digestOf(token), accountId, purpose, lasts: LASTS[purpose] });
    return publicUrl + (purpose === 'set-password' ? paths.setPassword(token) : paths.setUp(token));
  }

  /** Whose link it is; throws `link-dead` for a used, expired, replaced or invented one. Changes nothing. */
  async look(token: string, purpose: LinkPurpose): Promise<{ accountId: string | null }> {
    const link = isOpaqueId(token) ? await liveLink(this.dataSource, digestOf(token), purpose) : undefined;
    if (!link) throw new StaffRefused([{ code: 'link-dead' }]);
    return link;
  }

  /** Uses the link up; throws `link-dead` when somebody was faster. */
  async use(tx: Sql, token: string, purpose: LinkPurpose): Promise<void> {
    if (!(await useLink(tx, digestOf(token), purpose))) throw new StaffRefused([{ code: 'link-dead' }]);
  }

  async withdraw(tx: Sql, purpose: LinkPurpose, accountId: string | null = null): Promise<void> {
    await voidLinks(tx, purpose, accountId);
  }
}
