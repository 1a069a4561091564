import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { endOfDay, officeParts } from '../../calendar/dates.js';
import { addWorkingDays, type CalendarDay, calendarDay, isWorkingDay } from '../../calendar/working-days.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import type { Account } from '../../staff/account.entity.js';
import { StaffService } from '../../staff/staff.service.js';
import { addEvent, changeLetter } from '../changes.queries.js';
import { lockLetter } from '../letters.queries.js';
import { moveLetter } from '../move-letter.js';
import { Bells } from '../register/bells.js';
import { DetailsRounds } from './details-rounds.service.js';
import { DueEmails } from './due-emails.service.js';
import {
  lettersOfAbsent,
  noteDue,
  type DueNotice,
  type NoticedLetter,
  takeRounds,
} from './rounds.queries.js';
import { presentFor } from './stand-in.js';

const EVERY_MS = 60_000;
/** Notices go out when somebody reads them, on working days from this hour on to the other, in the office's time. */
const OPENS = 7;
const CLOSES = 19;

type Accounts = ReadonlyMap<string, Account>;

/**
 * Goes round the office every minute, as a good head clerk would: letters of whoever is away go to the stand-in,
 * due dates that are near are warned of, those that have passed are told to the approvers as well, and details that
 * never came are asked for once more.
 */
@Injectable()
export class OfficeRounds implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(OfficeRounds.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
    private readonly staff: StaffService,
    private readonly emails: DueEmails,
    private readonly bells: Bells,
    private readonly details: DetailsRounds,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.role === 'web') return;
    this.#timer = setInterval(
      () => void this.go().catch((error: Error) => this.#log.error(`Nobody went round: ${error.message}`)),
      EVERY_MS,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** One round; does nothing while another process is on its own. */
  async go(now = new Date()): Promise<void> {
    const owed = await this.dataSource.transaction(async (tx) => {
      if (!(await takeRounds(tx))) return [];
      const accounts = new Map((await this.staff.all()).map((account) => [account.id, account]));
      const today = calendarDay(now, this.profile.timeZone);
      await this.handOver(tx, accounts, today);
      if (!this.isOpen(now, today)) return [];
      const reminders = await this.details.go(tx, now);
      return [...reminders, ...(await this.tellOfDueDates(tx, accounts, today, now))];
    });
    this.bells.ring('email', owed);
  }

  /** Letters of an absent officer go to the stand-in; of a disabled one without, back among the triaged ones. */
  private async handOver(tx: EntityManager, accounts: Accounts, today: CalendarDay): Promise<void> {
    for (const { id, assignedTo } of await lettersOfAbsent(tx, today)) {
      const letter = await lockLetter(tx, 'id', id, 'citizen');
      if (letter?.assignedTo !== assignedTo) continue;
      const present = presentFor(assignedTo, accounts, today);
      if (present !== undefined) {
        await changeLetter(tx, id, { assignedTo: present.id });
        const details = { assignedTo: present.id, from: assignedTo };
        await addEvent(tx, id, { mover: 'system', kind: 'handing-over', details });
      } else if (letter.state === 'in_work' && accounts.get(assignedTo)?.disabledAt)
        await moveLetter(tx, letter, {
          to: 'triaged',
          by: 'system',
          kind: 'handing-over',
          change: { assignedTo: null },
          details: { from: assignedTo },
        });
    }
  }

  private isOpen(now: Date, today: CalendarDay): boolean {
    const { hour } = officeParts(now, this.profile.timeZone);
    return isWorkingDay(today) && hour >= OPENS && hour < CLOSES;
  }

  /** Gives the e-mails that are owed, one an account at most each hour. */
  private async tellOfDueDates(
    tx: EntityManager,
    accounts: Accounts,
    today: CalendarDay,
    now: Date,
  ): Promise<string[]> {
    const [year, month, day] = addWorkingDays(today, this.profile.warnBeforeWorkingDays)
      .split('-')
      .map(Number) as [number, number, number];
    const soon = endOfDay(year, month, day, this.profile.timeZone);
    const noticed = {
      escalation: await noteDue(tx, 'escalation', { upTo: now }),
      'due-warning': await noteDue(tx, 'due-warning', { after: now, upTo: soon }),
    } satisfies Record<DueNotice, NoticedLetter[]>;

    const toTell = new Map<string, Record<DueNotice, string[]>>();
    for (const [kind, letters] of Object.entries(noticed) as [DueNotice, NoticedLetter[]][])
      for (const letter of letters) {
        await addEvent(tx, letter.id, { mover: 'system', kind });
        for (const account of this.responsible(letter, kind, accounts, today)) {
          const own = toTell.get(account) ?? { escalation: [], 'due-warning': [] };
          own[kind].push(letter.id);
          toTell.set(account, own);
        }
      }
    const hour = `${today}-${officeParts(now, this.profile.timeZone).hour}`;
    return this.emails.owe(tx, hour, toTell, accounts);
  }

  /** Whoever has the letter, else those who sort letters; of a letter that is late also the unit's approvers. */
  private responsible(
    { assignedTo, unit }: NoticedLetter,
    kind: DueNotice,
    accounts: Accounts,
    today: CalendarDay,
  ): Set<string> {
    const present = [...accounts.values()].filter(({ id }) => presentFor(id, accounts, today)?.id === id);
    const having = present.filter(({ id }) => id === assignedTo);
    const approvers = present.filter(
      (account) => account.roles.includes('approver') && account.unit === unit,
    );
    const sorters = present.filter(({ roles }) => roles.includes('triage'));
    const told = [
      ...(having.length > 0 ? having : sorters),
      ...(kind === 'escalation' ? (approvers.length > 0 ? approvers : sorters) : []),
    ];
    return new Set(told.map(({ id }) => id));
  }
}
