import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource, In } from 'typeorm';
import { DutiesService } from '../../src/duties/duties.service.js';
import { DutiesWorker } from '../../src/duties/duties.worker.js';
import { EmailKinds } from '../../src/mail/email-kinds.js';
import { MailModule } from '../../src/mail/mail.module.js';
import { OutgoingEmail } from '../../src/mail/outgoing-email.entity.js';
import { OutgoingEmails } from '../../src/mail/outgoing-emails.service.js';
import { HealthModule } from '../../src/web/health.module.js';
import { startApp, type TestApp } from '../support/app.js';
import { SmtpPeer } from '../support/smtp-peer.js';

/** The mail room over a real SMTP peer, with one kind of e-mail that counts how often it is rendered. */
export class PostOffice {
  rendered = 0;
  readonly outcomes: string[] = [];

  private constructor(
    readonly peer: SmtpPeer,
    readonly app: TestApp,
  ) {
    const sample = async () => ({ subject: 'Писмо је примљено', html: '<p>Поздрав</p>', text: 'Поздрав' });
    app.get(EmailKinds).register({
      kind: 'test.greeting',
      render: async ({ number }) => ({
        subject: `Писмо ${number} (${++this.rendered})`,
        html: `<p>Поздрав ${number}</p>`,
        text: `Поздрав ${number}`,
      }),
      sample,
      onOutcome: async (_subject, outcome) => void this.outcomes.push(outcome),
    });
  }

  static async open(env: Record<string, string> = {}): Promise<PostOffice> {
    const peer = await SmtpPeer.start();
    const app = await startApp({ rooms: [HealthModule, MailModule], env: { SMTP_URL: peer.url, ...env } });
    return new PostOffice(peer, app);
  }

  get sql(): DataSource {
    return this.app.get(DataSource);
  }

  get worker(): DutiesWorker {
    return this.app.get(DutiesWorker);
  }

  /** Owes and rings; gives the ids. */
  async owe(recipients: string[]): Promise<string[]> {
    const emails = this.app.get(OutgoingEmails);
    const ids = await this.sql.transaction(async (tx) => {
      const made: string[] = [];
      for (const recipient of recipients) {
        const number = crypto.randomUUID();
        const id = await emails.owe(tx, {
          kind: 'test.greeting',
          dutyKey: `greeting:${number}`,
          subjectId: null,
          recipient,
          language: 'sr-Cyrl',
          params: { number },
        });
        made.push(id!);
      }
      return made;
    });
    await this.app.get(DutiesService).ring('email', ids);
    return ids;
  }

  async row(id: string): Promise<OutgoingEmail> {
    return this.sql.getRepository(OutgoingEmail).findOneByOrFail({ id });
  }

  /** Waits until the row is as wanted; shows it when it never is. */
  async until(id: string, isThere: (row: OutgoingEmail) => boolean): Promise<OutgoingEmail> {
    let row = await this.row(id);
    for (const end = Date.now() + 12_000; Date.now() < end; await sleep(20)) {
      row = await this.row(id);
      if (isThere(row)) return row;
    }
    const { state, last_error, attempts, smtp_answer } = row;
    throw new Error(`Waited in vain: ${JSON.stringify({ state, last_error, attempts, smtp_answer })}`);
  }

  ended(id: string): Promise<OutgoingEmail> {
    return this.until(id, ({ state }) => ['sent', 'failed', 'suppressed'].includes(state));
  }

  async allEnded(ids: string[]): Promise<OutgoingEmail[]> {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(100)) {
      const rows = await this.sql.getRepository(OutgoingEmail).findBy({ id: In(ids) });
      if (rows.every(({ state }) => ['sent', 'failed', 'suppressed'].includes(state))) return rows;
    }
    throw new Error('Waited in vain for all to end.');
  }

  /** Lets the time of every lease, doubt and pause pass. */
  async passTime(): Promise<void> {
    await this.sql.query(
      `UPDATE outgoing_email SET due_at = now() - interval '5 seconds' WHERE state = 'pending' AND due_at IS NOT NULL`,
    );
    await this.sql.query(
      `UPDATE outgoing_email SET leased_until = now() - interval '1 second' WHERE leased_until IS NOT NULL`,
    );
  }

  async close(): Promise<void> {
    await this.app.stop();
    await this.peer.close();
  }
}
