import type { Server } from 'node:net';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { ConfigurationError, Environment } from '../../config/environment.js';
import { FileRefused } from '../../files/file-refused.js';
import { InboundService, MOST_MAIL_BYTES } from '../../letters/inbound/inbound.service.js';
import { isOwnAddress } from '../../mail/email-address.js';
import { Sender } from '../../mail/sender.js';
import { BareLineEnd, WholeLineEnds } from './line-ends.js';

const HOST = '127.0.0.1';
const MOST_RECIPIENTS = 20;
/** What is in hand when the program stops is finished for so long. */
const FINISH_MS = 10_000;

type Answer = (error: Error | null, replies?: (string | Error)[]) => void;

/**
 * Where a mail server brings letters in (RFC 2033): only for the office's addresses, only from this machine, and 250 is
 * said only after COMMIT. Whatever keeps the program from that is 4.x.x, so that the server tries again.
 */
@Injectable()
export class LmtpDoor implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #log = new Logger(LmtpDoor.name);
  readonly #inHand = new Set<Promise<void>>();
  #server: SMTPServer | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly sender: Sender,
    private readonly inbound: InboundService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { lmtpPort, role } = this.environment;
    if (lmtpPort === undefined || role === 'worker') return;
    const server = new SMTPServer({
      lmtp: true,
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      size: MOST_MAIL_BYTES,
      maxRecipients: MOST_RECIPIENTS,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, answer) =>
        answer(this.#isOurs(address) ? null : refusal(550, 'No such address here')),
      onData: (stream, session, answer) => {
        const taking = this.#take(stream, session, answer as Answer);
        this.#inHand.add(taking);
        void taking.finally(() => this.#inHand.delete(taking));
      },
    } as ConstructorParameters<typeof SMTPServer>[0]);
    // A client that breaks off is no event.
    server.on('error', () => {});
    await listening(server.server as Server, lmtpPort);
    this.#server = server;
  }

  async onModuleDestroy(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    server.server.close();
    const late = new Promise((resolve) => setTimeout(resolve, FINISH_MS).unref());
    await Promise.race([Promise.allSettled(this.#inHand), late]);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  #isOurs(address: string): boolean {
    return isOwnAddress(address, this.sender.own);
  }

  async #take(stream: SMTPServerDataStream, session: SMTPServerSession, answer: Answer): Promise<void> {
    const { mailFrom, rcptTo } = session.envelope;
    const recipients = rcptTo.map(({ address }) => address.toLowerCase());
    const whole = stream.pipe(new WholeLineEnds());
    // A server that goes away in the middle has kept its copy.
    stream.once('close', () => stream.readableEnded || whole.destroy(new Error('broken off')));
    try {
      const sender = mailFrom === false ? '' : mailFrom.address;
      const ids = await this.inbound.keep(whole, { sender, recipients });
      answer(
        null,
        ids.map((id) => `Kept as ${id}`),
      );
    } catch (error) {
      const reply = this.#replyTo(error as Error);
      answer(
        null,
        recipients.map(() => reply),
      );
    }
  }

  #replyTo(error: Error): Error {
    if (error instanceof FileRefused)
      return error.code === 'empty'
        ? refusal(554, 'The message is empty')
        : refusal(552, `The message is larger than ${MOST_MAIL_BYTES} bytes`);
    if (error instanceof BareLineEnd) return refusal(554, error.message);
    this.#log.error(`A mail could not be kept, its server tries again: ${error.message}`);
    return refusal(451, 'The message cannot be kept now, try again');
  }
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be used (${error.code})`;
      reject(
        new ConfigurationError([
          `LMTP_PORT=${port} ${why}: stop that program, or set LMTP_PORT to a free port.`,
        ]),
      );
    });
    server.listen(port, HOST, () => resolve());
  });
}
