import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { addDays, type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { addPostCount, countsOfDay } from '../../letters/paper/day-counts.queries.js';
import { readDay } from '../../letters/search/parse-search.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { seeOther, sendPage } from '../../staff/answers.js';
import { readFields } from '../../staff/fields.js';
import { StaffService } from '../../staff/staff.service.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { KEEPERS } from '../quarantine/quarantine-roles.js';
import { officerName } from '../ui.js';
import { ReconciliationPage } from './reconciliation.page.js';

const MOST_ENVELOPES = 99_999;

/** Proof that nothing of a day is unaccounted for. Administrators see it too, since it holds nobody's words. */
@Controller()
@Access([...KEEPERS, 'admin'])
export class ReconciliationController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly staff: StaffService,
  ) {}

  @Get(paths.reconciliation)
  async show(
    @CurrentAccount() account: SignedIn,
    @Query() query: Record<string, unknown>,
    @Res() reply: FastifyReply,
  ) {
    const today = this.#today();
    const day = this.#dayIn(query.day) ?? today;
    const counts = await countsOfDay(this.dataSource, day, this.profile.timeZone);
    const { countedBy } = counts.post;
    const [counter] = countedBy === null ? [] : await this.staff.accountsByIds([countedBy]);
    const told = (['saved', 'bad'] as const).find((each) => each === query.told);
    return sendPage(
      reply,
      <ReconciliationPage
        {...{ account, day, counts, told }}
        before={addDays(day, -1)}
        after={day < today ? addDays(day, 1) : undefined}
        counter={counter && officerName(account, counter.name)}
        keeps={account.roles.some((role) => KEEPERS.includes(role))}
      />,
    );
  }

  @Post(paths.reconciliation)
  @Access(KEEPERS)
  async count(@CurrentAccount() account: SignedIn, @Body() body: unknown, @Res() reply: FastifyReply) {
    const fields = readFields(body, ['day', 'envelopes']);
    const day = this.#dayIn(fields.day) ?? this.#today();
    const typed = fields.envelopes.trim();
    const isCount = /^\d{1,5}$/.test(typed) && Number(typed) <= MOST_ENVELOPES;
    if (isCount)
      await addPostCount(this.dataSource, { day, envelopes: Number(typed), accountId: account.id });
    return seeOther(reply, `${paths.reconciliationOf(day)}&told=${isCount ? 'saved' : 'bad'}`);
  }

  #today(): CalendarDay {
    return calendarDay(new Date(), this.profile.timeZone);
  }

  /** A day up to today; undefined for anything else. */
  #dayIn(typed: unknown): CalendarDay | undefined {
    const found = typeof typed === 'string' ? readDay(typed.trim()) : undefined;
    if (!found) return undefined;
    const two = (number: number) => String(number).padStart(2, '0');
    const day = `${String(found.year).padStart(4, '0')}-${two(found.month)}-${two(found.day)}` as CalendarDay;
    return day > this.#today() ? undefined : day;
  }
}
