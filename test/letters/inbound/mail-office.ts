import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { DataSource } from 'typeorm';
import { ContactModule } from '../../../src/contact/contact.module.js';
import { rows } from '../../../src/database/rows.js';
import { LettersModule } from '../../../src/letters/letters.module.js';
import type { Letter } from '../../../src/letters/letter.entity.js';
import { InboundEmail } from '../../../src/letters/inbound/inbound-email.entity.js';
import { StaffModule } from '../../../src/staff/staff.module.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';
import type { Room } from '../../../src/app.module.js';
import { freePort, startApp, type TestApp } from '../../support/app.js';
import { LmtpClient } from '../../support/lmtp-client.js';
import { SmtpPeer } from '../../support/smtp-peer.js';

export const OFFICE = 'pisma@predsednik.example';
const ROOMS: Room[] = [HealthModule, WebModule, StaffModule, LettersModule, ContactModule];

/** The office with its LMTP door open and a real mail server that takes what it sends. */
export class MailOffice {
  #client: LmtpClient | undefined;

  private constructor(
    readonly app: TestApp,
    readonly peer: SmtpPeer,
    readonly port: number,
  ) {}

  static async open(
    options: { env?: Record<string, string>; rooms?: Room[]; databaseUrl?: string; dataDir?: string } = {},
  ): Promise<MailOffice> {
    const peer = await SmtpPeer.start();
    const port = await freePort();
    const app = await startApp({
      rooms: ROOMS,
      ...options,
      env: { SMTP_URL: peer.url, LMTP_PORT: String(port), ...options.env },
    });
    return new MailOffice(app, peer, port);
  }

  get sql(): DataSource {
    return this.app.get(DataSource);
  }

  /** Brings one mail in; gives the answer. */
  async deliver(raw: Buffer | string, from = 'ana@example.org', to = OFFICE): Promise<string> {
    this.#client ??= (await LmtpClient.open(this.port)).client;
    return (await this.#client.deliver(raw, from, [to]))[0]!;
  }

  /** Brings one mail in and waits for what becomes of it. */
  async take(
    raw: Buffer | string,
    from?: string,
    to?: string,
  ): Promise<{ mail: InboundEmail; letter: Letter | null }> {
    const reply = await this.deliver(raw, from, to);
    const id = /Kept as (\S+)/.exec(reply)?.[1];
    if (!id) throw new Error(`Not kept: ${reply}`);
    const mail = await this.settled(id);
    const [letter] = mail.letter_id
      ? await rows<Letter>(this.sql, 'SELECT * FROM letter WHERE id = $1', [mail.letter_id])
      : [];
    return { mail, letter: letter ?? null };
  }

  /** The mail once it is dealt with. */
  async settled(id: string): Promise<InboundEmail> {
    for (const end = Date.now() + 30_000; Date.now() < end; await sleep(10)) {
      const mail = await this.sql.getRepository(InboundEmail).findOneByOrFail({ id });
      if (!['pending', 'leased'].includes(mail.state)) return mail;
    }
    throw new Error('A mail was not dealt with in time.');
  }

  /** What left for this address, parsed, once `count` have; with none to come, waits until all is sent or held back. */
  async sentTo(address: string, count: number): Promise<(Email & { envelopeFrom: string })[]> {
    for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
      const sent = this.peer.messages.filter(({ to }) => to.includes(address));
      if (sent.length >= count)
        return Promise.all(
          sent.map(async ({ raw, from }) => ({ ...(await PostalMime.parse(raw)), envelopeFrom: from })),
        );
    }
    throw new Error(`Fewer than ${count} e-mails left for ${address}.`);
  }

  async stop(): Promise<void> {
    this.#client?.close();
    await this.app.stop();
    await this.peer.close();
  }
}

/** A plain letter by e-mail; each has other bytes. */
export function plainMail(
  different: { headers?: Record<string, string | null>; body?: string } = {},
): string {
  const headers: Record<string, string | null> = {
    From: '=?utf-8?Q?Ana_Petrovi=C4=87?= <ana@example.org>',
    To: OFFICE,
    Subject: '=?utf-8?B?0JzQvtGB0YIg0YMg0JTQvtGa0LXQvCDQn9C+0ZnRgw==?=',
    Date: 'Fri, 27 Nov 2026 10:00:00 +0100',
    'Message-ID': `<${randomUUID()}@example.org>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Transfer-Encoding': '8bit',
    ...different.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    value === null ? [] : [`${name}: ${value}`],
  );
  const body = different.body ?? 'Поштовани председниче,\r\n\r\nмост је срушила бујица.\r\n';
  return `${lines.join('\r\n')}\r\n\r\n${body}`;
}
