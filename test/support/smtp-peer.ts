import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** How the peer treats what comes. Change it between messages. */
export interface PeerMood {
  /** Answer at RCPT TO instead of 250, for example `{ code: 550, text: '5.1.1 No such user' }`. */
  atRecipient?: { code: number; text: string };
  /** Answer after the final dot instead of 250. */
  atData?: { code: number; text: string };
  /** Cuts the connection after the final dot, the message kept (`kept`) or thrown away (`lost`), without an answer. */
  dropAfterDot?: 'kept' | 'lost';
  /** Cuts the connection as soon as somebody connects. */
  refuse?: boolean;
  /** Milliseconds before the 250. */
  delay?: number;
}

export interface PeerMessage {
  from: string;
  to: string[];
  /** As it came over the wire, without dot-stuffing. */
  raw: Buffer;
}

/** A real SMTP server that misbehaves on demand. */
export class SmtpPeer {
  /** What was accepted, or dropped only after it was kept. */
  readonly messages: PeerMessage[] = [];
  mood: PeerMood = {};
  private server: SMTPServer | undefined;
  private port = 0;

  static async start(): Promise<SmtpPeer> {
    const peer = new SmtpPeer();
    await peer.open();
    return peer;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Opens (again) on the same port. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onConnect: (_session, callback) =>
        callback(this.mood.refuse ? refusal({ code: 421, text: '4.3.2 Away' }) : null),
      onRcptTo: (_address, _session, callback) =>
        callback(this.mood.atRecipient ? refusal(this.mood.atRecipient) : null),
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const message = {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            raw: Buffer.concat(chunks),
          };
          void this.answer(message, session.id, callback);
        });
      },
    });
    // A client that goes away is the test's business.
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    cutConnections(server);
    await new Promise<void>((resolve) => server.close(resolve));
  }

  private async answer(message: PeerMessage, sessionId: string, callback: (error?: Error | null) => void) {
    const { delay, atData, dropAfterDot } = this.mood;
    if (delay) await sleep(delay);
    if (atData) return callback(refusal(atData));
    if (dropAfterDot !== 'lost') this.messages.push(message);
    if (dropAfterDot) return cutConnections(this.server, sessionId);
    callback();
  }
}

function refusal({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** smtp-server keeps its connections to itself, but has no way to drop one without a word. */
function cutConnections(server: SMTPServer | undefined, sessionId?: string): void {
  const { connections } = server as unknown as {
    connections: Set<{ id: string; _socket: { destroy(): void } }>;
  };
  for (const connection of connections)
    if (sessionId === undefined || connection.id === sessionId) connection._socket.destroy();
}
