import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { LiveService } from '../../../src/inbox/live/live.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { type AtDesk, Office } from '../office.js';
import { InboxModule } from '../../../src/inbox/inbox.module.js';
import { HealthModule } from '../../../src/web/health.module.js';
import { WebModule } from '../../../src/web/web.module.js';

interface Heard {
  event: string;
  data: {
    letters?: { reference: string; said?: string; isOwn?: boolean; row?: string; head?: string }[];
    arrived?: number;
  };
}

/** An open page: everything that it is sent, as it comes. */
class Listener {
  readonly heard: Heard[] = [];
  isEnded = false;
  readonly #abort = new AbortController();

  static async at(desk: AtDesk, query = '', url = desk.url): Promise<Listener> {
    const listener = new Listener();
    const answer = await fetch(`${url}/inbox/live${query}`, {
      headers: { cookie: `pismo_session=${desk.cookies.get('pismo_session')}` },
      signal: listener.#abort.signal,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/event-stream');
    void listener.#read(answer);
    await listener.hears(({ event }) => event === 'here');
    return listener;
  }

  async #read(answer: Response): Promise<void> {
    let text = '';
    try {
      for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        const parts = text.split('\n\n');
        text = parts.pop()!;
        for (const part of parts) {
          const event = /^event: (.*)$/m.exec(part)?.[1];
          const data = /^data: (.*)$/m.exec(part)?.[1];
          if (event && data) this.heard.push({ event, data: JSON.parse(data) as Heard['data'] });
        }
      }
    } catch {
      // Left by the test itself.
    }
    this.isEnded = true;
  }

  /** Waits for something that was sent since the beginning. */
  async hears(is: (heard: Heard) => boolean, milliseconds = 5_000): Promise<Heard | undefined> {
    for (let waited = 0; waited < milliseconds; waited += 20) {
      const found = this.heard.find(is);
      if (found) return found;
      await sleep(20);
    }
    return undefined;
  }

  about(reference: string, event = 'changed'): Promise<Heard | undefined> {
    return this.hears(
      (heard) =>
        heard.event === event && heard.data.letters!.some((letter) => letter.reference === reference),
    );
  }

  leave(): void {
    this.#abort.abort();
  }
}

const present = ({ event, data }: Heard, reference: string): string =>
  (event === 'present' && data.letters?.find((letter) => letter.reference === reference)?.row) || '';

describe('open pages hear', () => {
  let office: Office;
  let other: TestApp;
  let jovana: AtDesk;
  let drafter: AtDesk;
  const open: Listener[] = [];

  const listen = async (...asked: Parameters<typeof Listener.at>) => {
    const listener = await Listener.at(...asked);
    open.push(listener);
    return listener;
  };

  beforeAll(async () => {
    office = await Office.open();
    other = await startApp({
      rooms: [HealthModule, WebModule, InboxModule],
      databaseUrl: office.app.databaseUrl,
    });
    jovana = await office.officer(['triage'], { name: 'Јована Ристић', language: 'sr-Latn' });
    drafter = await office.officer(['drafter'], { name: 'Stefan Nikolić', unit: 'legal' });
  }, 60_000);
  afterEach(() => open.splice(0).forEach((listener) => listener.leave()));
  afterAll(async () => {
    await other?.stop();
    await office?.stop();
  });

  test('what another officer does, in their own language, on every process at once', async () => {
    const { reference } = await office.letter();
    const here = await listen(jovana);
    const there = await listen(jovana, '', other.url);
    const marko = await office.officer(['triage'], { name: 'Марко Илић' });
    await marko.act(reference, 'triage', { category: 'health', unit: 'social', urgency: 'normal' });
    for (const listener of [here, there]) {
      const { letters } = (await listener.about(reference))!.data;
      expect(letters![0]).toMatchObject({ isOwn: false });
      expect(letters![0]!.said).toMatch(/^Marko Ilić .*Zdravstvo/);
    }
  });

  test('that letters arrived', async () => {
    const listener = await listen(jovana);
    await office.letter();
    expect(await listener.hears(({ data }) => (data.arrived ?? 0) > 0)).toBeDefined();
  });

  test('nothing of letters that they may not see, but that something changed', async () => {
    const foreign = await office.letter({}, { state: 'triaged', unit: 'social', category: 'health' });
    const own = await office.letter({}, { state: 'triaged', unit: 'legal', category: 'pardon' });
    const listener = await listen(drafter);
    for (const { reference } of [foreign, own])
      await jovana.act(reference, 'closure', { reason: 'Решено телефоном.' });
    await listen(jovana, `?letter=${foreign.reference}`);
    expect(await listener.about(own.reference)).toBeDefined();
    await sleep(600);
    expect(JSON.stringify(listener.heard)).not.toContain(foreign.reference);
    expect(listener.heard.filter(({ event }) => event === 'changed').length).toBeGreaterThan(0);
  });

  test('who reads and who writes, and that they have gone', async () => {
    const { reference } = await office.letter({}, { state: 'in_work', unit: 'legal', category: 'pardon' });
    const listener = await listen(jovana);
    const reader = await listen(drafter, `?letter=${reference}`, other.url);
    const said = (await listener.about(reference, 'present'))!;
    expect(present(said, reference)).toContain('Stefan Nikolić čita');
    const { html } = await jovana.get(`/inbox/letters/${reference}`);
    expect(html.match(/Stefan Nikolić čita/g)).toHaveLength(3);
    // Whoever reads is not told of themselves.
    expect((await drafter.get(`/inbox/letters/${reference}`)).html).not.toContain('is reading');

    listener.heard.length = 0;
    reader.leave();
    await listen(drafter, `?letter=${reference}&doing=write`);
    expect(
      await listener.hears((heard) => present(heard, reference).includes('Stefan Nikolić piše odgovor')),
    ).toBeDefined();
    open.pop()!.leave();
    expect(
      await listener.hears((heard) => present(heard, reference) === '<span class="present"></span>'),
    ).toBeDefined();
    expect((await jovana.get('/inbox?state=all')).html).not.toContain('Stefan Nikolić');
  });

  test('nobody at a letter that they may not see, nor at one that is none', async () => {
    const { id, reference } = await office.letter(
      {},
      { state: 'triaged', unit: 'social', category: 'health' },
    );
    await listen(drafter, `?letter=${reference}`);
    await listen(drafter, '?letter=ZZZZ-ZZZZ');
    await listen(drafter, '?letter=%00&letter=x');
    expect(await office.sql.query('SELECT FROM presence WHERE letter_id = $1', [id])).toEqual([]);
  });

  test('again after the connection that hears was cut', async () => {
    const { reference } = await office.letter();
    await office.registered();
    const listener = await listen(jovana);
    await sleep(500);
    listener.heard.length = 0;
    const client = new pg.Client({ connectionString: office.app.databaseUrl });
    await client.connect();
    const hearing = `FROM pg_stat_activity WHERE application_name = 'pismo notices' AND datname = current_database()`;
    const { rowCount } = await client.query(`SELECT pg_terminate_backend(pid) ${hearing}`);
    expect(rowCount).toBe(2);
    // The page is told to look again, since it may have missed something.
    expect(await listener.hears(({ event }) => event === 'changed')).toBeDefined();
    while ((await client.query(`SELECT ${hearing}`)).rowCount !== 2) await sleep(20);
    await client.end();
    await jovana.act(reference, 'closure', { reason: 'Поново.' });
    expect(await listener.about(reference)).toBeDefined();
  });

  test('no more once their session has ended, and only with a role that reads letters', async () => {
    const leaving = await office.officer(['triage']);
    const listener = await listen(leaving);
    await office.app.get(LiveService).beat();
    expect(listener.isEnded).toBe(false);
    await leaving.submit('/inbox', '/staff/sign-out', {});
    await office.app.get(LiveService).beat();
    await sleep(50);
    expect(listener.isEnded).toBe(true);
    const admin = await office.officer(['admin']);
    expect((await admin.get('/inbox/live')).status).toBe(403);
    const answer = await fetch(`${office.app.url}/inbox/live`, { redirect: 'manual' });
    expect(answer.status).toBe(303);
  });

  test('nothing more from a program that is stopped', async () => {
    const third = await startApp({
      rooms: [HealthModule, WebModule, InboxModule],
      databaseUrl: office.app.databaseUrl,
    });
    const listener = await listen(jovana, '', third.url);
    await third.stop();
    expect(listener.isEnded).toBe(true);
  });
});
