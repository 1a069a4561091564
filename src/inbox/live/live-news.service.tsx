import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeProfile } from '../../config/office-profile.js';
import type { LetterNotice } from '../../letters/announce.queries.js';
import { visibleTo } from '../../letters/viewer.js';
import type { SignedIn } from '../../staff/account.js';
import { StaffService } from '../../staff/staff.service.js';
import { renderPart } from '../../web/render.js';
import { accountsIn, trailSentences } from '../letter/trail-sentences.js';
import { officerName, type Ui } from '../ui.js';
import { type Change, changesSeen, referencesSeen } from './changes.queries.js';
import { presentAt } from './presence.queries.js';
import type { Seat } from './seat.js';
import { WhoAtLetter, WhoInRow } from './who.js';

/** What a page hears of one letter that changed. */
export interface ToldChange {
  reference: string;
  /** What happened, as a sentence in the officer's language. */
  said: string;
  /** Whether the officer did it. */
  isOwn: boolean;
}

/** Says what happened to each page in its officer's language, and only of letters that this officer may see. */
@Injectable()
export class LiveNews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly profile: OfficeProfile,
    private readonly staff: StaffService,
  ) {}

  async tell(seats: readonly Seat[], { events, arrived, presence }: Required<LetterNotice>): Promise<void> {
    const isOnlyPresence = presence.length > 0 && events.length === 0 && arrived === 0;
    if (!isOnlyPresence) await this.tellChanges(seats, events, arrived);
    if (presence.length > 0) await this.tellPresence(seats, [...new Set(presence)]);
  }

  private async tellChanges(seats: readonly Seat[], events: string[], arrived: number): Promise<void> {
    for (const group of bySight(seats)) {
      const changes =
        events.length === 0 ? [] : await changesSeen(this.dataSource, group[0]!.officer, events);
      const accounts = await this.staff.accountsByIds(accountsIn(changes));
      for (const { account, send } of group.map(bound)) {
        const names = new Map(accounts.map(({ id, name }) => [id, officerName(account, name)]));
        send('changed', { letters: this.sentences(account, changes, names), arrived });
      }
    }
  }

  private sentences(account: SignedIn, changes: readonly Change[], names: Map<string, string>): ToldChange[] {
    const ui: Ui = { language: account.language, account, profile: this.profile, now: new Date() };
    return changes.map((change) => ({
      reference: change.reference,
      said: trailSentences(ui, { ...change, registerNumber: null }, [change], names)[0]!.sentence,
      isOwn: change.accountId === account.id,
    }));
  }

  private async tellPresence(seats: readonly Seat[], letterIds: string[]): Promise<void> {
    for (const group of bySight(seats)) {
      const seen = await referencesSeen(this.dataSource, group[0]!.officer, letterIds);
      if (seen.length === 0) continue;
      for (const accountId of new Set(group.map(({ account }) => account.id))) {
        const present = await presentAt(
          this.dataSource,
          seen.map(({ id }) => id),
          accountId,
        );
        for (const { account, send } of group.filter((seat) => seat.account.id === accountId).map(bound))
          send('present', {
            letters: seen.map(({ id, reference }) => ({
              reference,
              row: renderPart(<WhoInRow ui={account} present={present.get(id) ?? []} />),
              head: renderPart(<WhoAtLetter ui={account} present={present.get(id) ?? []} />),
            })),
          });
      }
    }
  }
}

const bound = (seat: Seat) => ({ account: seat.account, send: seat.send.bind(seat) });

/** Pages whose officers see the very same letters: what they may hear of is asked once. */
function bySight(seats: readonly Seat[]): Seat[][] {
  const groups = new Map<string, Seat[]>();
  for (const seat of seats) {
    const parameters: unknown[] = [];
    const sight = JSON.stringify([visibleTo(seat.officer, parameters), parameters]);
    groups.set(sight, [...(groups.get(sight) ?? []), seat]);
  }
  return [...groups.values()];
}
