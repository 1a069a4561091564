import { Agent, get as httpGet, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync } from 'node:zlib';
import { once } from 'node:events';
import pg from 'pg';
import type { Officer } from '../../src/letters/viewer.js';
import { SessionService } from '../../src/staff/session.service.js';
import { StaffService } from '../../src/staff/staff.service.js';
import { openArchives } from '../archive.js';
import type { Bench } from '../bench-server.js';
import { inProcess } from '../in-process.js';

/** An officer of the archive who is signed in. */
export interface Desk extends Officer {
  cookie: string;
}

/** The program on an archive, its officers at their desks, and a bare connection to the same database. */
export interface MeasuredOffice {
  database: string;
  sql: pg.Client;
  desks: Desk[];
  /** Asks for a page as a browser does, over a kept connection: what came, and after how many milliseconds. */
  get(desk: Desk, path: string, frame?: string): Promise<{ html: string; ms: number }>;
}

/** Opens the archive of so many letters for a measurement; only the pages run, no background work. */
export async function withOffice<T>(
  bench: Bench,
  letters: number,
  work: (office: MeasuredOffice) => Promise<T>,
): Promise<T> {
  const archives = await openArchives();
  try {
    const database = await archives.database(letters);
    const desks = await signIn(database);
    const program = await bench.start('dist/src/main.js', {
      DATABASE_URL: database,
      SMTP_URL: 'smtp://127.0.0.1:9',
      ROLE: 'web',
      SECRET_KEY: 'a key of the bench, a key of the bench',
    });
    const sql = new pg.Client({ connectionString: database });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await sql.connect();
    try {
      return await work({
        database,
        sql,
        desks,
        get: (desk, path, frame) => timedGet(`${program.url}${path}`, agent, desk.cookie, frame),
      });
    } finally {
      agent.destroy();
      await sql.end();
      await program.stop();
    }
  } finally {
    await archives.close();
  }
}

const signIn = (database: string): Promise<Desk[]> =>
  inProcess(database, async (app) => {
    const accounts = await app.get(StaffService, { strict: false }).activeAccounts();
    const sessions = app.get(SessionService, { strict: false });
    return Promise.all(
      accounts.map(async ({ id, roles, unit }) => ({
        accountId: id,
        roles,
        unit,
        cookie: `pismo_session=${await sessions.start(id, {})}`,
      })),
    );
  });

/** Asks for a page over a kept connection; what came, and after how many milliseconds. */
export async function timedGet(url: string, agent: Agent, cookie: string, frame?: string) {
  const began = performance.now();
  const request = httpGet(url, {
    agent,
    headers: { cookie, 'accept-encoding': 'br', ...(frame && { 'turbo-frame': frame }) },
  });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  const body = await buffer(answer);
  const ms = performance.now() - began;
  if (answer.statusCode !== 200) throw new Error(`${url} was answered with ${answer.statusCode}.`);
  const html = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body;
  return { html: html.toString(), ms };
}
