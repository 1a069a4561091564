import { DataSource } from 'typeorm';
import { rows } from '../../src/database/rows.js';
import { InboxModule } from '../../src/inbox/inbox.module.js';
import type { NewLetter } from '../../src/letters/new-letter.js';
import type { LetterState } from '../../src/letters/letter.states.js';
import type { Language } from '../../src/script/texts.js';
import { SessionService } from '../../src/staff/session.service.js';
import { StaffService } from '../../src/staff/staff.service.js';
import type { Role } from '../../src/web/access.js';
import { HealthModule } from '../../src/web/health.module.js';
import { WebModule } from '../../src/web/web.module.js';
import { Browser, tokenIn } from '../staff/browser.js';
import { startApp, type TestApp } from '../support/app.js';
import { buildLetter } from '../support/build.js';

/** An officer at a browser, signed in. */
export class AtDesk extends Browser {
  constructor(
    url: string,
    readonly accountId: string,
    session: string,
  ) {
    super(url);
    this.cookies.set('pismo_session', session);
  }

  /** References of the letters that a view of the inbox lists, in order. */
  async list(query = ''): Promise<string[]> {
    const { html } = await this.get(`/inbox${query}`);
    return referencesIn(html);
  }

  /** Posts one of a letter's forms as its page would. */
  async act(reference: string, action: string, fields: Record<string, string | string[]>, query = '') {
    const { html } = await this.get(`/inbox/letters/${reference}`);
    const seen = /name="seen" value="([^"]+)"/.exec(html)?.[1];
    return this.post(`/inbox/letters/${reference}/${action}${query}`, {
      _csrf: tokenIn(html),
      ...(seen && { seen }),
      ...fields,
    });
  }
}

export const referencesIn = (html: string) =>
  [...html.matchAll(/data-reference="([^"]+)"/g)].map(([, reference]) => reference!);

/** Where the next page of a list begins; undefined on the last page. */
export function linkIn(html: string, rel: 'next' | 'prev'): string | undefined {
  const link = new RegExp(`<a [^>]*rel="${rel}"[^>]*>`).exec(html)?.[0];
  return link && /href="([^"]+)"/.exec(link)?.[1]?.replaceAll('&amp;', '&');
}

/** The program with its inbox, on a database of its own. */
export class Office {
  #officers = 0;

  private constructor(readonly app: TestApp) {}

  static async open(): Promise<Office> {
    return new Office(await startApp({ rooms: [HealthModule, WebModule, InboxModule] }));
  }

  /** The office of a program that a test started by itself, with rooms beside the inbox. */
  static around(app: TestApp): Office {
    return new Office(app);
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  get sql(): DataSource {
    return this.app.get(DataSource);
  }

  /** Signs an officer in; everybody sits in another browser. */
  async officer(
    roles: Role[],
    different: { unit?: string; language?: Language; name?: string } = {},
  ): Promise<AtDesk> {
    this.#officers += 1;
    const { id } = await this.app.get(StaffService).createAccount({
      name: different.name ?? `Officer ${this.#officers}`,
      email: `officer${this.#officers}@office.example`,
      roles,
      unit: different.unit ?? null,
      language: different.language ?? 'en',
    });
    return new AtDesk(this.app.url, id, await this.app.get(SessionService).start(id, {}));
  }

  /** Receives a letter and puts it where a test needs it, past the office's own verbs. */
  async letter(
    letter: Partial<NewLetter> = {},
    then: {
      state?: LetterState;
      unit?: string;
      category?: string;
      assignedTo?: string;
      urgent?: true;
      dueOn?: Date;
      receivedAt?: Date;
    } = {},
  ): Promise<{ id: string; reference: string }> {
    const received = await buildLetter(this.app, letter);
    await this.sql.query(
      `UPDATE letter SET state = coalesce($2, state), unit = $3, category = $4, assigned_to = $5,
         urgency = CASE WHEN $6 THEN 'urgent' ELSE urgency END, due_on = coalesce($7, due_on),
         received_at = coalesce($8, received_at)
       WHERE id = $1`,
      [
        received.id,
        then.state,
        then.unit,
        then.category,
        then.assignedTo,
        then.urgent ?? false,
        then.dueOn,
        then.receivedAt,
      ],
    );
    return received;
  }

  async events(
    letterId: string,
    kind?: string,
  ): Promise<
    {
      kind: string;
      accountId: string | null;
      from: string | null;
      to: string | null;
      reason: string | null;
    }[]
  > {
    return rows(
      this.sql,
      `SELECT kind, account_id AS "accountId", from_state AS "from", to_state AS "to", reason FROM letter_event
       WHERE letter_id = $1 AND ($2::text IS NULL OR kind = $2) ORDER BY id`,
      [letterId, kind ?? null],
    );
  }

  async stateOf(letterId: string): Promise<string> {
    const [letter] = await rows<{ state: string }>(this.sql, 'SELECT state FROM letter WHERE id = $1', [
      letterId,
    ]);
    return letter!.state;
  }

  /** Waits until the sequencer has numbered every letter. */
  registered(): Promise<void> {
    return this.#everyLetterIn('register_entry');
  }

  /** Waits until search knows every letter. */
  indexed(): Promise<void> {
    return this.#everyLetterIn('letter_search');
  }

  async #everyLetterIn(table: 'register_entry' | 'letter_search'): Promise<void> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      const [left] = await rows<{ count: number }>(
        this.sql,
        `SELECT count(*)::int AS count FROM letter WHERE id NOT IN (SELECT letter_id FROM ${table})
           OR ${table === 'letter_search'} AND id IN (SELECT letter_id FROM letter_indexing)`,
      );
      if (left!.count === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`Letters stayed out of ${table} for ten seconds.`);
  }
}
