import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import PostalMime from 'postal-mime';
import { ask, type Bench, freePort, median, type Running } from '../bench-server.js';
import { nextLetter } from '../letters.js';
import type { Figure } from '../main.js';

/** Mails a round. */
const ROUND = 1_000;
/** Mails that memory is watched over. */
const MANY = 20_000;
const CONNECTIONS = 8;
const OFFICE = 'pisma@predsednik.example';
/** Mails whose way is timed beside a large one. */
const TIMED = 60;
const LARGE_BYTES = 25 * 1024 * 1024;

interface Post {
  raw: Buffer;
  from: string;
}

/**
 * Mails a second from LMTP to the committed letter, acknowledged on the side, against a bare parse and one INSERT; what
 * 20,000 of them add to the program's memory; and how much longer a small one takes while one of 25 MB is read.
 */
export async function email(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const [lmtpPort, smtpPort] = [await freePort(), await freePort()];
  const sink = await bench.start('dist/bench/floors/smtp-sink.js', { SMTP_PORT: String(smtpPort) });
  const pismo = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    LMTP_PORT: String(lmtpPort),
  });
  const door = new Door(lmtpPort, database);
  try {
    const floor = await bareReader(database);
    const rates: number[] = [];
    const floors: number[] = [];
    // The first pair only warms both up.
    for (let pair = 0; pair <= bench.pairs; pair += 1) {
      const bare = await timed(mails(ROUND), floor.take);
      const ours = await timed(mails(ROUND), (posts) => door.take(posts));
      if (pair > 0) {
        floors.push(bare);
        rates.push(ours);
      }
    }
    await floor.close();
    const [value, floorRate] = [median(rates), median(floors)];
    const beside = await besideLarge(door);
    const { before, peak } = await watched(pismo, door);
    return [
      { name: 'email.inbound', value, unit: 'mails/s', floor: floorRate, ratio: value / floorRate },
      {
        name: 'email.beside-large',
        value: beside.during,
        unit: 'ms',
        floor: beside.alone,
        ratio: beside.alone / beside.during,
      },
      { name: 'email.memory', value: peak, unit: 'MB', floor: before, ratio: before / peak },
    ];
  } finally {
    door.close();
    await Promise.all([pismo.stop(), sink.stop()]);
  }
}

/** Brings mails in as a mail server does, and waits until each is a letter. */
class Door {
  readonly #transport;

  constructor(
    port: number,
    private readonly database: string,
  ) {
    this.#transport = createTransport({
      ...{ host: '127.0.0.1', port, lmtp: true, pool: true, ignoreTLS: true },
      ...{ maxConnections: CONNECTIONS, maxMessages: Infinity },
    } as Parameters<typeof createTransport>[0]);
  }

  async deliver({ raw, from }: Post): Promise<void> {
    await this.#transport.sendMail({ envelope: { from, to: OFFICE }, raw });
  }

  async take(posts: Post[]): Promise<void> {
    await Promise.all(posts.map((post) => this.deliver(post)));
    while ((await this.#held()) > 0) await sleep(20);
  }

  close(): void {
    this.#transport.close();
  }

  async #held(): Promise<number> {
    const [held] = await ask<{ count: number }>(
      this.database,
      `SELECT count(*)::int AS count FROM inbound_email WHERE state IN ('pending', 'leased')`,
    );
    return held!.count;
  }
}

/** The floor: as many mails at once, each parsed and inserted as one row. */
async function bareReader(database: string) {
  const pool = new pg.Pool({ connectionString: database, max: CONNECTIONS });
  await pool.query(`CREATE TABLE bare_mail (
    id uuid PRIMARY KEY DEFAULT uuidv7(), received_at timestamptz NOT NULL DEFAULT now(), sender text NOT NULL,
    recipient text NOT NULL, name text, subject text, message text)`);
  return {
    async take(posts: Post[]): Promise<void> {
      const left = [...posts];
      const lane = async () => {
        for (let post = left.pop(); post !== undefined; post = left.pop()) {
          const { from, subject, text } = await PostalMime.parse(post.raw);
          await pool.query({
            name: 'insert',
            text: `INSERT INTO bare_mail (sender, recipient, name, subject, message) VALUES ($1, $2, $3, $4, $5)`,
            values: [post.from, OFFICE, from?.name, subject, text],
          });
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, lane));
    },
    close: () => pool.end(),
  };
}

/** Milliseconds that a small mail takes to the letter, one after another: alone, and while a large one is dealt with. */
async function besideLarge(door: Door): Promise<{ alone: number; during: number }> {
  const alone = await ways(door, () => true);
  let isLargeThere = true;
  const large = door.take([largeMail()]).finally(() => (isLargeThere = false));
  const during = await ways(door, () => isLargeThere);
  await large;
  return { alone: median(alone), during: median(during) };
}

async function ways(door: Door, goesOn: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (times.length < TIMED && (goesOn() || times.length === 0)) {
    const began = performance.now();
    await door.deliver(mails(1)[0]!);
    times.push(performance.now() - began);
  }
  return times;
}

async function watched(pismo: Running, door: Door): Promise<{ before: number; peak: number }> {
  const before = pismo.memory();
  let peak = before;
  for (let sent = 0; sent < MANY; sent += ROUND) {
    await door.take(mails(ROUND));
    peak = Math.max(peak, pismo.memory());
  }
  return { before, peak };
}

async function timed(posts: Post[], take: (posts: Post[]) => Promise<void>): Promise<number> {
  const began = performance.now();
  await take(posts);
  return (posts.length / (performance.now() - began)) * 1_000;
}

const encoded = (words: string) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;

/** As a mail program writes it: plain words and the same as HTML, both in base64. */
function mails(count: number): Post[] {
  return Array.from({ length: count }, () => {
    const { name, surname, email: from, message } = nextLetter();
    const part = (type: string, content: string) =>
      `--part\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${inLines(Buffer.from(content))}`;
    const raw = [
      ...[
        `From: ${encoded(`${name} ${surname}`)} <${from}>`,
        `To: ${OFFICE}`,
        `Subject: ${encoded('Мост у селу')}`,
      ],
      ...[
        'Date: Fri, 27 Nov 2026 10:00:00 +0100',
        `Message-ID: <${randomBytes(12).toString('hex')}@primer.example>`,
      ],
      ...['MIME-Version: 1.0', 'Content-Type: multipart/alternative; boundary=part', ''],
      ...[part('text/plain', message), part('text/html', `<p>${message}</p>`), '--part--', ''],
    ].join('\r\n');
    return { raw: Buffer.from(raw), from };
  });
}

function largeMail(): Post {
  const { email: from, message } = nextLetter();
  const raw = [
    ...[`From: ${from}`, `To: ${OFFICE}`, 'Subject: 25 MB', 'MIME-Version: 1.0'],
    ...[
      'Content-Type: multipart/mixed; boundary=part',
      '',
      '--part',
      'Content-Type: text/plain; charset=utf-8',
      '',
    ],
    ...[message, '--part', 'Content-Type: application/octet-stream; name=podaci.bin'],
    ...['Content-Transfer-Encoding: base64', '', inLines(randomBytes((LARGE_BYTES * 3) / 4)), '--part--', ''],
  ].join('\r\n');
  return { raw: Buffer.from(raw), from };
}

const inLines = (content: Buffer) => content.toString('base64').replace(/.{76}/g, '$&\r\n');
