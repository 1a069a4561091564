import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { MailOffice, OFFICE, plainMail } from '../letters/inbound/mail-office.js';
import { freePort } from '../support/app.js';
import { LmtpClient } from '../support/lmtp-client.js';

/** The whole proof takes minutes and runs by `npm run test:faults`; a short form of it runs with all tests. */
const MAILS = process.env.FAULTS === 'full' ? 5_000 : 100;
const KILLS = process.env.FAULTS === 'full' ? 10 : 1;
const LANES = 4;

let office: MailOffice;
let program: ChildProcess | undefined;
beforeAll(async () => {
  // Only to have a database and folders that outlive the program.
  office = await MailOffice.open({ env: { ROLE: 'web' } });
});
afterAll(async () => {
  program?.kill('SIGKILL');
  await office?.stop();
});

/** The built program, all of it in one process, as an office runs it. */
async function startProgram(lmtpPort: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    env: {
      ...{ PATH: process.env.PATH, LOG_LEVEL: 'silent', PORT: String(await freePort()) },
      ...{ DATABASE_URL: office.app.databaseUrl, DATA_DIR: office.app.dataDir },
      ...{ SMTP_URL: office.peer.url, LMTP_PORT: String(lmtpPort) },
      SECRET_KEY: 'test-secret-key-test-secret-key-test-secret-key',
    },
    stdio: 'ignore',
  });
  for (let attempt = 0; attempt < 600; attempt += 1)
    try {
      const { client } = await LmtpClient.open(lmtpPort);
      client.close();
      return child;
    } catch {
      await sleep(50);
    }
  throw new Error('The program did not open its door.');
}

test(`a program killed (${KILLS}) while ${MAILS} mails come in makes exactly one letter of each`, async () => {
  const lmtpPort = await freePort();
  program = await startProgram(lmtpPort);
  const left = Array.from({ length: MAILS }, (_, index) => `pisac${index}@example.org`);
  let delivered = 0;
  /** A mail server: what it was not told 250 for, it brings again. */
  const server = async () => {
    let client: LmtpClient | undefined;
    for (let from = left.pop(); from !== undefined;) {
      const raw = plainMail({ headers: { From: from, 'Message-ID': `<${from}>` } });
      try {
        client ??= (await LmtpClient.open(lmtpPort)).client;
        const [reply] = await client.deliver(raw, from, [OFFICE]);
        if (!reply?.startsWith('250')) throw new Error(reply);
        delivered += 1;
        from = left.pop();
      } catch {
        client?.close();
        client = undefined;
        await sleep(50);
      }
    }
    client?.close();
  };
  const servers = Promise.all(Array.from({ length: LANES }, server));
  for (let kill = 1; kill <= KILLS; kill += 1) {
    while (delivered < (MAILS * kill) / (KILLS + 1)) await sleep(5);
    const gone = once(program, 'exit');
    program.kill('SIGKILL');
    await gone;
    program = await startProgram(lmtpPort);
  }
  await servers;
  expect(delivered).toBe(MAILS);

  const database = new pg.Client({ connectionString: office.app.databaseUrl });
  await database.connect();
  try {
    // What the killed programs held is held until its lease ends; that is not waited for here.
    const query = async <T>(sql: string) => (await database.query(sql)).rows as T[];
    const loseLeases = `UPDATE inbound_email SET leased_until = now() - interval '1 second' WHERE state = 'leased'
      AND leased_until < now() + interval '170 seconds'`;
    for (;;) {
      await query(loseLeases);
      const [{ held }] = (await query<{ held: number }>(
        `SELECT count(*)::int AS held FROM inbound_email WHERE state IN ('pending', 'leased')`,
      )) as [{ held: number }];
      if (held === 0) break;
      await sleep(200);
    }
    expect(
      await query(
        `SELECT count(*)::int AS mails, count(DISTINCT letter_id)::int AS letters, count(DISTINCT envelope_sender)::int AS senders
         FROM inbound_email WHERE state = 'done'`,
      ),
    ).toEqual([{ mails: MAILS, letters: MAILS, senders: MAILS }]);
    expect(
      await query(`SELECT count(*)::int AS letters, count(DISTINCT email)::int AS writers FROM letter`),
    ).toEqual([{ letters: MAILS, writers: MAILS }]);
    // No number of the register is missing, and none is there twice.
    expect(
      await query(`SELECT count(*)::int AS numbers, max(number)::int AS highest FROM register_entry`),
    ).toEqual([{ numbers: MAILS, highest: MAILS }]);
    expect(await query(`SELECT count(*)::int AS n FROM outgoing_email`)).toEqual([{ n: MAILS }]);
  } finally {
    await database.end();
  }
}, 900_000);
