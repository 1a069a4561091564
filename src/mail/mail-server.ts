import { readFileSync } from 'node:fs';
import { createTransport, type Transporter } from 'nodemailer';
import { ConfigurationError, type Environment } from '../config/environment.js';

export const MAIL_CONNECTIONS = 5;

export interface SmtpReceipt {
  /** The server's answer after the final dot. */
  answer: string;
}

/** The mail server that takes what we send: a pool of connections, signing with DKIM when a key is given. */
export class MailServer {
  readonly #transport: Transporter;
  #trouble: string | undefined;

  constructor(
    smtpUrl: string,
    environment: Pick<Environment, 'dkim'>,
    /** Page of the development mailbox; undefined with a real mail server. */
    readonly mailboxUrl: string | undefined = undefined,
    /** Ends what was started for this server. */
    private readonly stopMailbox: () => Promise<void> = async () => {},
  ) {
    const url = new URL(smtpUrl);
    const isTls = url.protocol === 'smtps:';
    const setting = (name: string) => url.searchParams.get(name);
    this.#transport = createTransport({
      pool: true,
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port) || (isTls ? 465 : 587),
      secure: isTls,
      requireTLS: setting('requireTLS') === 'true',
      tls: { rejectUnauthorized: setting('rejectUnauthorized') !== 'false' },
      ...(url.username && {
        auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
      }),
      maxConnections: MAIL_CONNECTIONS,
      maxMessages: 500,
      // The pool would send again by itself what it lost, behind the back of the row that owes it.
      maxRequeues: 0,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      dnsTimeout: 10_000,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(environment.dkim && { dkim: dkimOf(environment.dkim) }),
    } as Parameters<typeof createTransport>[0]);
  }

  /** Sends ready bytes. Resolves with the server's 250; what it throws is sorted by `meaningOf`. */
  async send(envelope: { from: string; to: string }, raw: Buffer): Promise<SmtpReceipt> {
    try {
      const info = (await this.#transport.sendMail({
        envelope: { from: envelope.from, to: [envelope.to] },
        raw,
      })) as {
        response: string;
      };
      this.#trouble = undefined;
      return { answer: info.response };
    } catch (error) {
      this.#trouble = (error as { responseCode?: number }).responseCode
        ? undefined
        : (error as Error).message;
      throw error;
    }
  }

  /** How the last sending went; nobody is asked. */
  health(): { ok: boolean; detail?: string } {
    return this.#trouble === undefined
      ? { ok: true }
      : { ok: false, detail: `the mail server: ${this.#trouble}` };
  }

  async close(): Promise<void> {
    this.#transport.close();
    await this.stopMailbox();
  }
}

function dkimOf({ domain, selector, keyFile }: NonNullable<Environment['dkim']>) {
  try {
    return { domainName: domain, keySelector: selector, privateKey: readFileSync(keyFile, 'utf8') };
  } catch (error) {
    throw new ConfigurationError([
      `DKIM_KEY_FILE=${keyFile} cannot be read (${(error as NodeJS.ErrnoException).code}): give a private key in PEM that this account may read.`,
    ]);
  }
}
