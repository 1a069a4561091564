import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { officeParts } from '../../calendar/dates.js';
import { addDays, type CalendarDay, calendarDay } from '../../calendar/working-days.js';
import { Environment } from '../../config/environment.js';
import { OfficeProfile } from '../../config/office-profile.js';
import { forgetEmails, makeDigest } from './digests.queries.js';
import { DIGEST_HOUR } from './subscription.js';
import { deleteUnconfirmed } from './subscriptions.queries.js';

const EVERY_MS = 60_000;
/** A bounce comes within days; after that nobody needs to know where a release was sent. */
const EMAILS_KEPT_DAYS = 30;
const MOST_FORGOTTEN = 5_000;

/** Looks every minute whether a digest's hour has come, and forgets what nobody confirmed and what was sent long ago. */
@Injectable()
export class Digests implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #log = new Logger(Digests.name);
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly environment: Environment,
    private readonly profile: OfficeProfile,
  ) {}

  onApplicationBootstrap(): void {
    if (this.environment.role === 'web') return;
    this.#timer = setInterval(
      () =>
        void this.go().catch((error: Error) =>
          this.#log.error(`Digests were not looked at: ${error.message}`),
        ),
      EVERY_MS,
    ).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.#timer);
  }

  /** A digest whose hour passed while nothing ran is made as soon as something does. */
  async go(now = new Date()): Promise<void> {
    const day = digestDay(now, this.profile.timeZone);
    await this.dataSource.transaction((tx) => makeDigest(tx, 'daily', day));
    await this.dataSource.transaction((tx) => makeDigest(tx, 'weekly', mondayOf(day)));
    await deleteUnconfirmed(this.dataSource);
    await forgetEmails(this.dataSource, EMAILS_KEPT_DAYS, MOST_FORGOTTEN);
  }
}

/** The last day on whose morning the hour has come. */
function digestDay(now: Date, timeZone: string): CalendarDay {
  const today = calendarDay(now, timeZone);
  return officeParts(now, timeZone).hour >= DIGEST_HOUR ? today : addDays(today, -1);
}

function mondayOf(day: CalendarDay): CalendarDay {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}
