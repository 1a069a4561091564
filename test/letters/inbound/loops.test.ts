import { setTimeout as sleep } from 'node:timers/promises';
import { rows } from '../../../src/database/rows.js';
import { LmtpClient } from '../../support/lmtp-client.js';
import { MailOffice, OFFICE, plainMail } from './mail-office.js';

let office: MailOffice;
beforeAll(async () => {
  office = await MailOffice.open();
});
afterAll(() => office.stop());

/** Until every mail is dealt with and every e-mail that is owed has left or is held back. */
async function quiet(): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end; await sleep(50)) {
    const [left] = await rows<{ n: number }>(
      office.sql,
      `SELECT ((SELECT count(*) FROM inbound_email WHERE state IN ('pending', 'leased'))
         + (SELECT count(*) FROM outgoing_email WHERE state NOT IN ('sent', 'suppressed', 'failed')))::int AS n`,
    );
    if (left!.n === 0) return;
  }
  throw new Error('The office did not come to rest.');
}

test('a hundred mails that name one victim as their sender bring it two e-mails, and are a hundred letters', async () => {
  const victim = 'zrtva@example.org';
  const line = async (from: string) => {
    const { client } = await LmtpClient.open(office.port);
    for (let index = 0; index < 20; index += 1)
      expect(await client.deliver(plainMail({ headers: { From: victim } }), from, [OFFICE])).toEqual([
        expect.stringMatching(/^250 /),
      ]);
    client.close();
  };
  await Promise.all([victim, 'ZRTVA@example.org', victim, 'Zrtva@Example.org', victim].map(line));
  await quiet();
  expect(office.peer.messages.filter(({ to }) => to[0]!.toLowerCase() === victim)).toHaveLength(2);
  expect(
    await rows(
      office.sql,
      `SELECT count(*)::int AS n FROM letter WHERE email = $1 AND state = 'details_needed'`,
      [victim],
    ),
  ).toEqual([{ n: 100 }]);
});

test('an answering machine that marks nothing and answers everything ends by itself', async () => {
  const robot = 'robot@example.net';
  await office.deliver(plainMail({ headers: { From: robot } }), robot);
  let answered = 0;
  for (let round = 0; round < 10; round += 1) {
    await quiet();
    const sent = office.peer.messages.filter(({ to }) => to.includes(robot));
    if (sent.length === answered) break;
    for (const { raw } of sent.slice(answered)) {
      answered += 1;
      const seen = /^Message-ID: (.*)$/im.exec(raw.toString())![1]!;
      const headers = { From: robot, Subject: `Re: ${round}`, 'In-Reply-To': seen, To: OFFICE };
      await office.deliver(plainMail({ headers, body: 'I am away.\r\n' }), robot);
    }
  }
  // The first answer is answered with silence: what follows a letter joins it.
  expect(answered).toBe(1);
});
