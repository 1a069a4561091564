import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { FilesService } from '../../../src/files/files.service.js';
import { FilesSweep } from '../../../src/files/files.sweep.js';
import { rows } from '../../../src/database/rows.js';
import { DutiesWorker } from '../../../src/duties/duties.worker.js';
import { startApp, type TestApp } from '../../support/app.js';
import { LETTER_ROOMS } from '../../support/build.js';
import { MailOffice, plainMail } from './mail-office.js';

let door: MailOffice;
let workers: TestApp[];
beforeAll(async () => {
  door = await MailOffice.open({ env: { ROLE: 'web' } });
  const { databaseUrl, dataDir } = door.app;
  const options = {
    rooms: LETTER_ROOMS,
    env: { ROLE: 'worker', SMTP_URL: door.peer.url },
    databaseUrl,
    dataDir,
  };
  workers = await Promise.all([startApp(options), startApp(options)]);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await door.stop();
});

const count = async (table: string) =>
  (await rows<{ n: number }>(door.sql, `SELECT count(*)::int AS n FROM ${table}`))[0]!.n;

test('two workers make one letter of each mail, and a worker that dies after it leaves one too', async () => {
  const ids: string[] = [];
  for (let index = 0; index < 12; index += 1)
    ids.push(/Kept as (\S+)/.exec(await door.deliver(plainMail()))![1]!);
  const mails = await Promise.all(ids.map((id) => door.settled(id)));
  expect(mails.map(({ state }) => state)).toEqual(ids.map(() => 'done'));
  expect(new Set(mails.map(({ letter_id }) => letter_id)).size).toBe(12);

  // As if each worker had died between the letter's commit and its own: the lease runs out, and all is done again.
  await door.sql.query(
    `UPDATE inbound_email SET state = 'leased', letter_id = NULL, lease_token = nextval('duty_lease'),
       leased_until = now() - interval '1 second', due_at = now()`,
  );
  await workers[0]!.get(DutiesWorker).sweep();
  const again = await Promise.all(ids.map((id) => door.settled(id)));
  expect(again.map(({ letter_id }) => letter_id)).toEqual(mails.map(({ letter_id }) => letter_id));
  expect(await count('letter')).toBe(12);
  expect(await count('outgoing_email')).toBe(12);
});

test('bytes that no mail holds, since their server was never told, are swept in time; those of mails stay', async () => {
  const files = door.app.get(FilesService);
  // As a kill between the bytes and the commit leaves it.
  const orphan = await files.keepRaw(Readable.from([Buffer.from(randomUUID())]), {
    mediaType: 'message/rfc822',
    limitBytes: 1_000,
  });
  const { mail } = await door.take(plainMail());
  await door.sql.query(`UPDATE kept_file SET kept_at = now() - interval '2 days'`);
  expect(await door.app.get(FilesSweep).sweep()).toBe(1);
  expect(existsSync(files.pathOf(orphan.sha256))).toBe(false);
  expect(existsSync(files.pathOf(mail.sha256))).toBe(true);
});
