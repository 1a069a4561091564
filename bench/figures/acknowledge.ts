import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { SequencerService } from '../../src/letters/register/sequencer.service.js';
import { MailLimits } from '../../src/mail/brakes.service.js';
import { ask, type Bench, freePort, median } from '../bench-server.js';
import { inProcess } from '../in-process.js';
import { nextLetter } from '../letters.js';
import { post } from '../load.js';
import type { Figure } from '../main.js';

/** E-mails a round of the floor. */
const ROUND = 1_000;

/** Acknowledgements sent a second by one process, DKIM on, against bare pooled nodemailer with the same key, peer and bytes. */
export async function acknowledge(bench: Bench): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'pismo-bench-dkim-'));
  const keyFile = join(folder, 'dkim.pem');
  const privateKey = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey;
  writeFileSync(keyFile, privateKey);
  const smtpPort = await freePort();
  const sink = await bench.start('dist/bench/floors/smtp-sink.js', { SMTP_PORT: String(smtpPort) });
  try {
    const database = await lettersIn(bench);
    const owed = await countOwed(database);
    const floors = [await bareRate(smtpPort, privateKey)];
    const value = await inProcess(
      database,
      async (app) => {
        // The caps protect citizens and mail servers; here the pace itself is measured.
        Object.assign(app.get(MailLimits, { strict: false }), { perMinute: 1e9, perDomainPerMinute: 1e9 });
        const began = performance.now();
        while ((await app.get(SequencerService, { strict: false }).enterBatch()) > 0);
        while ((await countOwed(database)) > 0) await sleep(50);
        return (owed / (performance.now() - began)) * 1_000;
      },
      {
        ROLE: 'worker',
        SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
        DKIM_DOMAIN: 'predsednik.example',
        DKIM_SELECTOR: 'bench',
        DKIM_KEY_FILE: keyFile,
      },
    );
    floors.push(await bareRate(smtpPort, privateKey));
    const floor = median(floors);
    return [{ name: 'acknowledge', value, unit: 'e-mails/s', floor, ratio: value / floor }];
  } finally {
    await sink.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A database with a few thousand letters that wait for their numbers, each owing an acknowledgement. */
async function lettersIn(bench: Bench): Promise<string> {
  const database = await bench.database();
  const web = await bench.start('dist/src/main.js', {
    DATABASE_URL: database,
    SMTP_URL: 'smtp://127.0.0.1:9',
    ROLE: 'web',
  });
  await post(
    web.url,
    {
      path: '/api/v1/letters',
      contentType: 'application/json',
      body: () => JSON.stringify(nextLetter()),
      expect: 201,
    },
    Math.max(1, Math.round(bench.seconds / 2)),
  );
  await web.stop();
  return database;
}

async function countOwed(database: string): Promise<number> {
  const [owed] = await ask<{ count: number }>(
    database,
    `SELECT count(*)::int AS count FROM outgoing_email WHERE state NOT IN ('sent', 'failed', 'suppressed')`,
  );
  return owed!.count;
}

async function bareRate(port: number, privateKey: string): Promise<number> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    maxConnections: 5,
    maxMessages: 500,
    dkim: { domainName: 'predsednik.example', keySelector: 'bench', privateKey },
  } as Parameters<typeof createTransport>[0]);
  const text = 'Ваше писмо је примљено и уписано. Настојимо да одговоримо у року од тридесет дана. '.repeat(
    20,
  );
  const began = performance.now();
  await Promise.all(
    Array.from({ length: ROUND }, (_, number) =>
      transport.sendMail({
        from: 'pisma@predsednik.example',
        to: `radmila${number}@primer.example`,
        subject: `Писмо је примљено: ${number}`,
        text,
        html: `<div style="max-width:600px">${`<p style="margin:0 0 16px">${text}</p>`.repeat(2)}</div>`,
      }),
    ),
  );
  const rate = (ROUND / (performance.now() - began)) * 1_000;
  transport.close();
  return rate;
}
