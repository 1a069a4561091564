import { SHORTCUTS } from '../../../src/inbox/keys/shortcuts.js';
import { queuesFor } from '../../../src/inbox/list/queues.js';
import { type AtDesk, Office } from '../office.js';

/** Keys that the page's script binds by itself, since nothing on a page is pressed by them. */
const BOUND_BY_SCRIPT = ['j', 'k', 'Enter', '/', 'x', 'Shift+x', 'Control+a', 'Escape'];

describe('the table of keys', () => {
  let office: Office;
  let officer: AtDesk;
  beforeAll(async () => {
    office = await Office.open();
    officer = await office.officer(['clerk', 'triage', 'drafter', 'approver'], { unit: 'social' });
  }, 60_000);
  afterAll(() => office?.stop());

  test('holds every key that a page names, and none that no page knows', async () => {
    const inWork = { unit: 'social', category: 'health' };
    const { reference } = await office.letter({}, { state: 'in_work', ...inWork });
    const danger = await office.letter({}, { state: 'triaged', ...inWork });
    await officer.act(danger.reference, 'risk', { risk: 'life', reason: 'Пише да не може више.' });
    const closed = await office.letter({}, { state: 'closed' });
    const suggested = await office.letter();
    await office.indexed();
    await office.sql.query(
      `INSERT INTO rule (name, position, channel, category, mode, tested_version, is_on, updated_by)
       VALUES ('Сајт', 1, 'web', 'roads', 'suggest', 1, true, $1)`,
      [officer.accountId],
    );
    const again = await officer.act(danger.reference, 'triage', {
      ...{ category: 'health', unit: 'social', urgency: 'normal' },
    });
    const pages = [
      ...['/inbox', again.headers.get('location')!],
      ...[reference, danger.reference, closed.reference, suggested.reference].map(
        (letter) => `/inbox/letters/${letter}`,
      ),
      `/inbox/letters/${reference}?q=Мост`,
      `/inbox/letters/${reference}/reply`,
    ];
    const named = new Set<string>();
    for (const page of pages)
      for (const [, keys] of (await officer.get(page)).html.matchAll(
        /(?:aria-keyshortcuts|data-keys)="([^"]+)"/g,
      ))
        named.add(keys!);
    const queues = queuesFor('social').map(({ keys }) => keys);
    const table = Object.values(SHORTCUTS).flat() as string[];
    const told = [...table, ...queues];
    expect(new Set(told).size).toBe(told.length);
    expect([...named].filter((keys) => !told.includes(keys))).toEqual([]);
    expect(table.filter((keys) => !named.has(keys) && !BOUND_BY_SCRIPT.includes(keys))).toEqual([]);
  });
});
