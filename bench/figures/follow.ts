import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { DutiesService } from '../../src/duties/duties.service.js';
import { insertManyOwed } from '../../src/mail/outgoing-email.queries.js';
import { OutgoingEmails } from '../../src/mail/outgoing-emails.service.js';
import { MailingWorker } from '../../src/releases/following/mailing-worker.service.js';
import { releasePublished } from '../../src/releases/publication.js';
import { ReleasesService } from '../../src/releases/releases.service.js';
import { type Bench, median } from '../bench-server.js';
import { inProcess } from '../in-process.js';
import type { Figure } from '../main.js';

const BATCH = 1_000;

/**
 * E-mails owed a second when one release goes to all its followers, against a bare insert of as many such rows; and
 * what that adds to the program's memory, which must not depend on their number.
 */
export async function follow(bench: Bench): Promise<Figure[]> {
  const database = await bench.database();
  const { pairs, before, peak } = await inProcess(database, async (app) => {
    const sql = app.get(DataSource);
    await sql.query(
      `INSERT INTO subscription (address, address_key, language, rhythm, state, confirmed_at)
       SELECT address, address, 'sr-Cyrl', 'immediate', 'active', now()
       FROM (SELECT 'pratilac-' || n || '@primer.rs' AS address FROM generate_series(1, $1) AS n) AS made`,
      [bench.followers],
    );
    const found: { own: number; bare: number }[] = [];
    // The floor has been through the same drivers and pools, so what comes on top is the work's own.
    let [before, peak] = [0, 0];
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
    for (let pair = 0; pair < bench.pairs; pair += 1) {
      const bare = await timed(app, bench.followers, () => insertBare(app, bench.followers));
      before ||= process.memoryUsage.rss();
      const own = await timed(app, bench.followers, await readyMailing(app, pair));
      found.push({ own, bare });
    }
    clearInterval(watch);
    return { pairs: found, before: before / 1e6, peak: peak / 1e6 };
  });
  return [
    {
      name: 'follow.fanout',
      value: median(pairs.map(({ own }) => own)),
      unit: 'emails/s',
      floor: median(pairs.map(({ bare }) => bare)),
      ratio: median(pairs.map(({ own, bare }) => own / bare)),
    },
    { name: 'follow.memory', value: peak, unit: 'MB', floor: before, ratio: before / peak },
  ];
}

/** Rows a second; that each is there is counted, then they are taken away. */
async function timed(app: INestApplicationContext, rows: number, work: () => Promise<void>): Promise<number> {
  const sql = app.get(DataSource);
  const began = performance.now();
  await work();
  const rate = (rows / (performance.now() - began)) * 1_000;
  const [{ count }] = (await sql.query('SELECT count(*)::int AS count FROM outgoing_email')) as [
    { count: number },
  ];
  if (count !== rows) throw new Error(`${count} e-mails are owed to ${rows} followers.`);
  await sql.query('TRUNCATE outgoing_email');
  return rate;
}

/** The floor: the same columns and indexes, a thousand rows a statement, nothing looked up and nothing kept beside. */
async function insertBare(app: INestApplicationContext, rows: number): Promise<void> {
  const [sql, emails] = [app.get(DataSource), app.get(OutgoingEmails, { strict: false })];
  for (let start = 0; start < rows; start += BATCH) {
    const made = Array.from({ length: Math.min(BATCH, rows - start) }, (_, index) => {
      const id = uuidv7();
      return emails.newRow({
        kind: 'release.announcement',
        dutyKey: `release:${id}:${id}`,
        subjectId: id,
        recipient: `pratilac-${start + index}@primer.rs`,
        language: 'sr-Cyrl',
        params: { subscriptionId: id, occasion: 'immediate', releases: id },
      });
    });
    await insertManyOwed(sql, made, new Date());
  }
}

async function readyMailing(app: INestApplicationContext, pair: number): Promise<() => Promise<void>> {
  const { id } = await app.get(ReleasesService, { strict: false }).publish({
    publishedAt: new Date(),
    sr: { title: `Читаоница ${pair}`, lead: '', body: 'Отворена је.' },
    pictures: [],
  });
  await app.get(DataSource).transaction((tx) => releasePublished(tx, id));
  const duties = app.get(DutiesService, { strict: false });
  const [leased] = await duties.claim<Record<string, unknown>>('release-mailing', { limit: 1 });
  return () => app.get(MailingWorker, { strict: false }).perform(leased!);
}
