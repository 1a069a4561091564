import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './app.js';

const BINARY = '/usr/sbin/postfix';

/** Whether this machine can run the suites that need Debian's postfix (as root); else they count as skipped. */
export const hasPostfix = existsSync(BINARY) && process.getuid?.() === 0;

/** Daemons of a mail server that listens on loopback and brings mail on by SMTP and LMTP. */
const SERVICES = `pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;

/** A real mail server of the test's own. `settings` are lines of its main.cf. */
export class Postfix {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pismo-postfix-'));

  private constructor(readonly port: number) {}

  static async start(settings: string): Promise<Postfix> {
    const server = new Postfix(await freePort());
    server.#configure(settings);
    await server.#begin();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** What it has logged so far. */
  log(): string {
    const file = join(this.#folder, 'log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  stop(): void {
    spawnSync(BINARY, ['-c', join(this.#folder, 'conf'), 'abort'], { stdio: 'ignore' });
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    const started = spawnSync(BINARY, ['-c', join(this.#folder, 'conf'), 'start'], { encoding: 'utf8' });
    for (let attempt = 0; started.status === 0 && attempt < 200; attempt++) {
      if (await listens(this.port)) return;
      await sleep(25);
    }
    throw new Error(`postfix did not start: ${started.stderr} ${this.log()}`);
  }

  #configure(settings: string): void {
    chmodSync(this.#folder, 0o755);
    const conf = join(this.#folder, 'conf');
    for (const name of ['conf', 'queue', 'data']) mkdirSync(join(this.#folder, name));
    const owner = Number(execFileSync('id', ['-u', 'postfix'], { encoding: 'utf8' }));
    chownSync(join(this.#folder, 'data'), owner, owner);
    writeFileSync(
      join(conf, 'main.cf'),
      `compatibility_level = 3.6
queue_directory = ${this.#folder}/queue
data_directory = ${this.#folder}/data
maillog_file = ${this.#folder}/log
maillog_file_prefixes = ${this.#folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.predsednik.example
mydestination =
mynetworks = 127.0.0.0/8
alias_maps =
${settings}
`,
    );
    writeFileSync(join(conf, 'master.cf'), `127.0.0.1:${this.port} inet n - n - - smtpd\n${SERVICES}`);
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
