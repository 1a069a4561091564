import { Readable } from 'node:stream';
import SMTPPool from 'nodemailer/lib/smtp-pool';

export const MAIL_CONNECTIONS = 5;
/** While the server cannot be reached, it is asked again after this long. */
const PAUSE_MS = 5_000;

export interface SmtpReceipt {
  /** The server's answer after the final dot. */
  answer: string;
}

/** A sending that failed before the first byte of the message: it cannot have arrived. */
export class NotSent extends Error {
  constructor(override readonly cause: Error) {
    super(cause.message);
  }
}

/** The mail server that takes what we send, over a few connections that are kept open. */
export class MailServer {
  readonly #pool: SMTPPool;
  #trouble: string | undefined;
  #pausedUntil = 0;

  constructor(
    smtpUrl: string,
    /** Page of the development mailbox; undefined with a real mail server. */
    readonly mailboxUrl: string | undefined = undefined,
    /** Ends what was started for this server. */
    private readonly stopMailbox: () => Promise<void> = async () => {},
  ) {
    this.#pool = new SMTPPool(poolOptions(smtpUrl));
    // Each sending tells its own failure.
    this.#pool.on('error', () => {});
  }

  /** False for a few seconds after the server could not be reached. */
  isReachable(): boolean {
    return Date.now() >= this.#pausedUntil;
  }

  /** Sends ready bytes. Throws {@link NotSent}, or what the server or the line did to a message on its way. */
  async send(envelope: { from: string; to: string }, raw: Buffer): Promise<SmtpReceipt> {
    try {
      const receipt = await this.#attempt(envelope, raw).catch((error: Error) => {
        // A connection that the server closed while it was idle; not a byte was on its way.
        if (error instanceof NotSent && isLineGone(error.cause)) return this.#attempt(envelope, raw);
        throw error;
      });
      this.#trouble = undefined;
      return receipt;
    } catch (error) {
      const isAnswered =
        ((error as NotSent).cause as { responseCode?: number } | undefined)?.responseCode !== undefined;
      if (error instanceof NotSent && !isAnswered) {
        this.#trouble = error.message;
        this.#pausedUntil = Date.now() + PAUSE_MS;
      }
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
    this.#pool.close();
    await this.stopMailbox();
  }

  /** Hands the pool the bytes as they are; whether it began to read them tells what a lost line means. */
  #attempt(envelope: { from: string; to: string }, raw: Buffer): Promise<SmtpReceipt> {
    const body = Readable.from([raw], { objectMode: false });
    const message = {
      getEnvelope: () => ({ from: envelope.from, to: [envelope.to] }),
      messageId: () => '',
      getHeader: () => '',
      createReadStream: () => body,
    };
    return new Promise((resolve, reject) => {
      this.#pool.send({ data: {}, message } as unknown as Parameters<SMTPPool['send']>[0], (error, info) => {
        if (!error) return resolve({ answer: info!.response });
        reject(body.readableDidRead ? error : new NotSent(error));
        body.destroy();
      });
    });
  }
}

function isLineGone(error: Error & { code?: string; responseCode?: number }): boolean {
  return (
    error.responseCode === undefined &&
    ['ECONNECTION', 'ECONNRESET', 'EPIPE', 'ESOCKET'].includes(error.code ?? '')
  );
}

/** `SMTP_URL`: `smtp://` (TLS when offered; `?requireTLS=true` insists) or `smtps://`; `?rejectUnauthorized=false` for a test server. */
function poolOptions(smtpUrl: string): ConstructorParameters<typeof SMTPPool>[0] {
  const url = new URL(smtpUrl);
  const isTls = url.protocol === 'smtps:';
  const setting = (name: string) => url.searchParams.get(name);
  return {
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
  };
}
