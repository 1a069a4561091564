import { extractText, getDocumentProxy } from 'unpdf';
import { rows } from '../../../src/database/rows.js';
import { FilesService } from '../../../src/files/files.service.js';
import { PileLimits } from '../../../src/letters/paper/pile/pile-reader.js';
import { samples } from '../../files/samples.js';
import { type AtDesk, type Office } from '../../inbox/office.js';
import { tokenIn } from '../../staff/browser.js';
import { pilePdf } from './pile-files.js';
import { openEntry, openPostOffice, sendEntry } from './post-office.js';

let office: Office;
let clerk: AtDesk;
let other: AtDesk;
beforeAll(async () => {
  office = await openPostOffice();
  clerk = await office.officer(['clerk'], { name: 'Јована Ристић' });
  other = await office.officer(['clerk'], { name: 'Мирко Савић' });
}, 60_000);
afterAll(() => office?.stop());
afterEach(() => office.sql.query('TRUNCATE post_pile, post_scan, post_scan_event, letter_paper CASCADE'));

async function drop(...files: [name: string, content: Buffer][]): Promise<{ status: number; html: string }> {
  const { html } = await clerk.get('/inbox/post');
  const body = new FormData();
  for (const [name, content] of files) body.append('scans', new File([new Uint8Array(content)], name));
  const action = /action="(\/inbox\/post\?_csrf=[^"]+)"/.exec(html)![1]!;
  const headers = { cookie: `pismo_session=${clerk.cookies.get('pismo_session')!}` };
  const answer = await fetch(clerk.url + action, { method: 'POST', body, headers });
  return { status: answer.status, html: await answer.text() };
}

interface Scan {
  id: string;
  position: number;
  state: string;
  remark: string | null;
  sha256: string;
  name: string;
  pages: number;
}

/** The scans of the pile once everything that was dropped is read. */
async function piled(): Promise<Scan[]> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const [open] = await rows<{ count: number }>(
      office.sql,
      `SELECT count(*)::int AS count FROM post_pile WHERE state IN ('pending', 'leased')`,
    );
    if (open!.count === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return rows(
    office.sql,
    `SELECT id, position, state, remark, sha256, name, jsonb_array_length(pages) AS pages
     FROM post_scan ORDER BY pile_id, position`,
  );
}

const wordsOf = async (sha256: string) => {
  const chunks: Buffer[] = [];
  for await (const chunk of office.app.get(FilesService).open(sha256) as AsyncIterable<Buffer>)
    chunks.push(chunk);
  return (await extractText(await getDocumentProxy(new Uint8Array(Buffer.concat(chunks))))).text;
};

describe('a pile', () => {
  test('is parted at its separator sheets, several in a row too; no page is lost, and blank ones are named', async () => {
    const pages = [
      'SEPARATOR',
      'прво',
      'прво два',
      'SEPARATOR',
      'SEPARATOR',
      'друго',
      'SEPARATOR',
      '',
      'SEPARATOR',
    ];
    const { html } = await drop(['posta.pdf', await pilePdf(pages)], ['slika.png', samples.png]);
    expect(html).toContain('2 files are added.');
    const scans = await piled();
    expect(scans.map(({ name, pages, remark }) => [name, pages, remark])).toEqual([
      ['posta-1.pdf', 2, null],
      ['posta-2.pdf', 1, null],
      ['posta-3.pdf', 1, 'blank'],
      ['slika.png', 1, null],
    ]);
    expect((await wordsOf(scans[0]!.sha256)).map((text) => text.trim())).toEqual(['прво', 'прво два']);
    expect((await wordsOf(scans[1]!.sha256)).map((text) => text.trim())).toEqual(['друго']);
    const image = await clerk.get(`/inbox/post/pile/${scans[0]!.id}/pages/2`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await clerk.get(`/inbox/post/pile/${scans[0]!.id}/pages/3`)).status).toBe(404);
    expect((await drop(['isto.pdf', await pilePdf(pages)])).html).toMatch(/added/);
  });

  test('without a separator, or with a strange code, is one envelope: the file as it came', async () => {
    const pdf = await pilePdf(['писмо', 'SEPARATOR', 'страна'], { sign: 'https://primer.rs' });
    await drop(['sve.pdf', pdf], ['slika.exe', samples.exe]);
    const [scan, ...more] = await piled();
    expect(more).toEqual([]);
    expect(scan).toMatchObject({ name: 'sve.pdf', pages: 3, remark: null });
    expect(await wordsOf(scan!.sha256)).toHaveLength(3);
    expect((await drop(['sve opet.pdf', pdf])).html).toContain('Added before already: 1.');
    expect(await piled()).toHaveLength(1);
  });

  test('that is locked, damaged or too long to read waits as a whole, with the reason', async () => {
    const locked = await pilePdf(['тајна'], { userPassword: 'tajna' });
    await drop(['zakljucano.pdf', locked], ['ostecen.pdf', samples.pdf]);
    expect((await piled()).map(({ name, remark, pages }) => [name, remark, pages])).toEqual([
      ['zakljucano.pdf', 'encrypted', 0],
      ['ostecen.pdf', 'broken', 0],
    ]);
    const limits = office.app.get(PileLimits);
    const { wholeMilliseconds } = limits;
    limits.wholeMilliseconds = 1;
    try {
      await drop(['spor.pdf', await pilePdf(['споро'])]);
      expect((await piled()).at(-1)).toMatchObject({ name: 'spor.pdf', remark: 'time' });
    } finally {
      limits.wholeMilliseconds = wholeMilliseconds;
    }
    const page = await clerk.get('/inbox/post');
    for (const said of ['a locked PDF', 'a damaged PDF', 'reading took too long'])
      expect(page.html).toContain(said);
  });

  test('goes to two clerks at once without either getting the same; what one has, the other cannot take', async () => {
    await drop(['posta.pdf', await pilePdf(['једно', 'SEPARATOR', 'друго'])]);
    const scans = await piled();
    const taken = await Promise.all([clerk, other].map((one) => one.get('/inbox/post/new?scan=next')));
    const ids = taken.map(({ headers }) =>
      new URL(headers.get('location')!, clerk.url).searchParams.get('scan'),
    );
    expect(new Set(ids)).toEqual(new Set(scans.map(({ id }) => id)));
    const late = await other.get(`/inbox/post/new?scan=${ids[0]!}`);
    expect(late.headers.get('location')).toBe('/inbox/post?done=taken');
    expect((await other.get('/inbox/post')).html).toContain('Jovana Ristić enters it');
  });

  test('becomes one letter an envelope, also when two clerks enter it at once; then the next stands beside the form', async () => {
    await drop(['posta.pdf', await pilePdf(['једно', 'SEPARATOR', 'друго'])]);
    const [first, second] = await piled();
    const form = await openEntry(clerk, `/inbox/post/new?scan=${first!.id}`);
    expect(form.html).toContain('Envelope 1 of 2');
    // The clerk's hold has ended, and another opens the same.
    await office.sql.query('UPDATE post_scan SET taken_until = now() WHERE id = $1', [first!.id]);
    const rival = await openEntry(other, `/inbox/post/new?scan=${first!.id}`);
    const sent = await Promise.all([
      sendEntry(clerk, form.action, { ...form.hidden, name: 'Ана' }),
      sendEntry(other, rival.action, { ...rival.hidden, name: 'Анка' }),
    ]);
    expect(sent.map(({ status }) => status).sort()).toEqual([303, 409]);
    const winner = sent.find(({ status }) => status === 303)!;
    const reference = /saved=([^&]+)/.exec(winner.location)![1]!;
    expect(sent.find(({ status }) => status === 409)!.html).toContain(`as the letter ${reference}`);
    expect(
      await rows(
        office.sql,
        `SELECT attachment.sha256, attachment.name FROM letter_paper JOIN letter_attachment attachment USING (letter_id)
         WHERE scan_id = $1`,
        [first!.id],
      ),
    ).toEqual([{ sha256: first!.sha256, name: 'posta-1.pdf' }]);
    const next = await clerk.get(winner.location);
    expect(next.headers.get('location')).toContain(`scan=${second!.id}`);
    expect((await clerk.get(`/inbox/post/pile/${first!.id}/scan`)).status).toBe(404);
  });

  test('loses nothing that is put aside: it needs a reason, and waits again when it is taken back', async () => {
    await drop(['slika.png', samples.png]);
    const [scan] = await piled();
    const post = async (part: string, fields: Record<string, string> = {}) => {
      const { html } = await clerk.get('/inbox/post');
      const _csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? tokenIn(html);
      return (await clerk.post(`/inbox/post/pile/${scan!.id}/${part}`, { _csrf, ...fields })).headers.get(
        'location',
      );
    };
    expect(await post('aside', { reason: '  ' })).toBe('/inbox/post?done=reason');
    expect(await post('aside', { reason: 'реклама' })).toBe('/inbox/post?done=aside');
    expect((await clerk.get('/inbox/post')).html).toContain('реклама');
    const none = await clerk.get('/inbox/post/new?scan=next');
    expect((await clerk.get(none.headers.get('location')!)).html).toContain('The pile is empty');
    expect(await post('back')).toBe('/inbox/post?done=back');
    expect(await piled()).toMatchObject([{ state: 'waiting' }]);
    const events = await rows(office.sql, 'SELECT kind, account_id, reason FROM post_scan_event ORDER BY id');
    expect(events).toEqual([
      { kind: 'aside', account_id: clerk.accountId, reason: 'реклама' },
      { kind: 'back', account_id: clerk.accountId, reason: null },
    ]);
  });
});
