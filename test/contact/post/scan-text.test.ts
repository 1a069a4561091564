import { rows } from '../../../src/database/rows.js';
import { TextLimits } from '../../../src/letters/paper/text/text-reader.js';
import { samples } from '../../files/samples.js';
import type { AtDesk, Office } from '../../inbox/office.js';
import { tokenIn } from '../../staff/browser.js';
import { pilePdf } from './pile-files.js';
import { enter, openPostOffice } from './post-office.js';

let office: Office;
let clerk: AtDesk;
beforeAll(async () => {
  office = await openPostOffice();
  clerk = await office.officer(['clerk', 'triage']);
}, 60_000);
afterAll(() => office?.stop());

async function read(): Promise<
  { text: string; reason: string | null; state: string; confidence: number | null }[]
> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = await rows<{
      text: string;
      reason: string | null;
      state: string;
      confidence: number | null;
    }>(office.sql, 'SELECT text, reason, state, confidence FROM scan_text ORDER BY id');
    if (found.every(({ state }) => state === 'done' || state === 'failed')) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('A scan stayed unread for a minute.');
}

test('the words of a scan are recognised in both alphabets, found by a search, and marked as a machine’s', async () => {
  const scan = await pilePdf([
    'Пишем Вам из Гуче. Мост преко Бјелице попустио је.',
    'Pišem i zbog puta kroz Đorđeviće.',
  ]);
  const reference = await enter(clerk, { name: 'Радисав' }, [new File([new Uint8Array(scan)], 'pismo.pdf')]);
  const [one] = await read();
  expect(one!.text).toMatch(/Мост преко Бјелице попустио је\..*Đorđeviće/s);
  expect(one!.confidence).toBeGreaterThan(80);
  await office.indexed();
  for (const words of ['бјелице', 'djordjevice'])
    expect(await clerk.list(`?q=${words}`)).toEqual([reference]);
  const { html } = await clerk.get(`/inbox/letters/${reference}`);
  expect(html).toContain('Recognised text of the scan: pismo.pdf');
  expect(html).toContain('A machine has read this text');
  expect((await clerk.list('?q=непостојеће')).length).toBe(0);
}, 90_000);

test('a scan that cannot be read says why; one that took too long is read again by a button', async () => {
  await office.sql.query('TRUNCATE scan_text');
  const limits = office.app.get(TextLimits);
  const { wholeMilliseconds } = limits;
  limits.wholeMilliseconds = 1;
  const slow = new File([new Uint8Array(await pilePdf(['Спора страна']))], 'spor.pdf');
  const reference = await enter(clerk, { name: 'Бранка' }, [slow]);
  expect(await read()).toMatchObject([{ reason: 'time', text: '' }]);
  limits.wholeMilliseconds = wholeMilliseconds;
  const { html } = await clerk.get(`/inbox/letters/${reference}`);
  expect(html).toContain('reading took too long');
  const again = (position: number) =>
    clerk.post(`/inbox/letters/${reference}/scans/${position}/reading`, { _csrf: tokenIn(html) });
  expect((await again(1)).status).toBe(303);
  expect(await read()).toMatchObject([{ reason: null, text: 'Спора страна' }]);
  // What is read is not read again, and what is not there neither.
  for (const position of [1, 2]) expect((await again(position)).status).toBe(404);

  await enter(clerk, { name: 'Ана' }, [
    new File([new Uint8Array(samples.pdf)], 'ostecen.pdf'),
    new File([new Uint8Array(samples.heic)], 'slika.heic'),
  ]);
  expect((await read()).slice(1).map(({ reason }) => reason)).toEqual(['broken', 'picture']);
}, 90_000);
