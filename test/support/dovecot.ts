import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './app.js';
import { LmtpClient } from './lmtp-client.js';

const BINARY = '/usr/sbin/dovecot';
const NOBODY = 65_534;
const PASSWORD = 'tajna';

/** Whether this machine can run the suites that need Debian's dovecot (2.3, as root); else they count as skipped. */
export const hasDovecot =
  existsSync(BINARY) &&
  existsSync('/usr/lib/dovecot/lmtp') &&
  process.getuid?.() === 0 &&
  execFileSync(BINARY, ['--version'], { encoding: 'utf8' }).startsWith('2.3.');

/** A real IMAP server on loopback with a mailbox for whoever is asked for; mail comes in by its LMTP. */
export class Dovecot {
  #child: ChildProcess | undefined;
  readonly #folder = mkdtempSync(join(tmpdir(), 'pismo-dovecot-'));

  private constructor(
    private readonly imapPort: number,
    readonly lmtpPort: number,
  ) {}

  static async start(): Promise<Dovecot> {
    const server = new Dovecot(await freePort(), await freePort());
    server.#configure();
    await server.resume();
    return server;
  }

  /** An address of `IMAP_URLS` for the account. */
  url(user: string, more = ''): string {
    return `imap://${encodeURIComponent(user)}:${PASSWORD}@127.0.0.1:${this.imapPort}/${more}`;
  }

  get account() {
    return { host: '127.0.0.1', port: this.imapPort, secure: false, pass: PASSWORD };
  }

  async deliver(raw: Buffer | string, from: string, to: string): Promise<void> {
    const { client } = await LmtpClient.open(this.lmtpPort);
    const [reply] = await client.deliver(raw, from, [to]);
    client.close();
    if (!reply?.startsWith('250')) throw new Error(`dovecot did not take the mail: ${reply}`);
  }

  /** Renumbers everything in an account's folders, as a restored mailbox is. */
  renumber(user: string): void {
    const mail = join(this.#folder, 'mail', user);
    for (const folder of [
      mail,
      ...readdirSync(mail, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(mail, name)),
    ])
      for (const name of ['dovecot-uidlist', 'dovecot.index', 'dovecot.index.log', 'dovecot.index.cache'])
        rmSync(join(folder, name), { force: true });
  }

  async resume(): Promise<void> {
    this.#child = spawn(BINARY, ['-F', '-c', join(this.#folder, 'dovecot.conf')], { stdio: 'ignore' });
    for (let attempt = 0; attempt < 200; attempt++) {
      if (await answers(this.imapPort)) return;
      await sleep(25);
    }
    throw new Error('dovecot did not start.');
  }

  /** As when the machine goes: nobody is told. */
  async pause(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    // Its sessions would live on for a while: they go first, before it could start others.
    child.kill('SIGSTOP');
    const sessions = execFileSync('pgrep', ['-P', String(child.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const session of sessions) process.kill(Number(session), 'SIGKILL');
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    await this.pause();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #configure(): void {
    const mail = join(this.#folder, 'mail');
    mkdirSync(mail);
    chmodSync(this.#folder, 0o755);
    chownSync(mail, NOBODY, NOBODY);
    writeFileSync(
      join(this.#folder, 'dovecot.conf'),
      `base_dir = ${this.#folder}/run
log_path = ${this.#folder}/log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${mail}/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${mail}/%u allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${this.imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${this.lmtpPort}
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`,
    );
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
