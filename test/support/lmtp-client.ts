import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A mail server's side of LMTP, line by line over a real socket, so that a test can also be rude. */
export class LmtpClient {
  #buffer = '';

  private constructor(private readonly socket: Socket) {
    socket.setEncoding('utf8');
    socket.setNoDelay(true);
    socket.on('data', (text: string) => (this.#buffer += text));
    socket.on('error', () => {});
  }

  /** Connected and greeted; gives what the server can do with it. */
  static async open(port: number): Promise<{ client: LmtpClient; abilities: string }> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new LmtpClient(socket);
    await client.reply();
    return { client, abilities: await client.say('LHLO mx.example.org') };
  }

  /** Sends one line and gives the answer to it. */
  say(line: string): Promise<string> {
    this.socket.write(`${line}\r\n`);
    return this.reply();
  }

  /** A whole message; gives one answer a recipient. Dots are stuffed as RFC 5321 asks. */
  async deliver(raw: Buffer | string, from: string, to: string[]): Promise<string[]> {
    await this.say(`MAIL FROM:<${from}>`);
    for (const recipient of to) await this.say(`RCPT TO:<${recipient}>`);
    await this.say('DATA');
    const stuffed = Buffer.from(Buffer.from(raw).toString('latin1').replace(/^\./gm, '..'), 'latin1');
    this.socket.write(stuffed);
    this.socket.write(stuffed.subarray(-2).toString() === '\r\n' ? '.\r\n' : '\r\n.\r\n');
    const replies: string[] = [];
    for (const _ of to) replies.push(await this.reply());
    return replies;
  }

  write(bytes: Buffer | string): void {
    this.socket.write(bytes);
  }

  /** The next whole answer, of one line or several. */
  async reply(): Promise<string> {
    for (const end = Date.now() + 15_000; Date.now() < end; await sleep(2)) {
      const found = /^(?:\d{3}-.*\r\n)*\d{3}(?: .*)?\r\n/.exec(this.#buffer);
      if (found) {
        this.#buffer = this.#buffer.slice(found[0].length);
        return found[0].trim();
      }
      if (this.socket.destroyed) throw new Error('The server closed the line.');
    }
    throw new Error(`No answer, only: ${this.#buffer}`);
  }

  close(): void {
    this.socket.destroy();
  }
}
