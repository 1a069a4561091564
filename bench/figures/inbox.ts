import { DataSource } from 'typeorm';
import { readOfficeProfile } from '../../src/config/office-profile.js';
import { countQueues } from '../../src/inbox/list/count.queries.js';
import { queuesFor } from '../../src/inbox/list/queues.js';
import { ask, type Bench } from '../bench-server.js';
import type { Desk, MeasuredOffice } from '../inbox/measured-office.js';
import { withOffice } from '../inbox/measured-office.js';
import { inPairs, type Pair, REQUESTS, some } from '../inbox/pairs.js';
import { bareCounts, bareLetter, barePage, referencesIn, type View, viewsOf } from '../inbox/rows.js';
import type { Figure } from '../main.js';

const SMALL = 10_000;

/** Whole pages of the inbox at the archive's size, each against the same rows by plain SQL; and how they grow. */
export async function inbox(bench: Bench): Promise<Figure[]> {
  const figures = await withOffice(bench, bench.letters, async (office) => [
    await inPairs('inbox.list', listed(office)),
    await inPairs('inbox.deep', await deep(office)),
    await inPairs('inbox.open', await opened(office)),
    await inPairs('inbox.counts', await counted(office)),
  ]);
  const small = await withOffice(bench, SMALL, (office) => inPairs('inbox.list', listed(office)));
  const [list] = figures;
  const growth = { name: 'inbox.growth', value: list!.value, unit: 'ms', floor: small.value };
  return [...figures, { ...growth, ratio: small.value / list!.value }];
}

/** First pages of every queue, state and category, as each officer sees them. */
function listed(office: MeasuredOffice): Pair[] {
  return some(requestsOf(office), REQUESTS).map(({ desk, view }) => ({
    page: async () => {
      const { html, ms } = await office.get(desk, `/inbox${view.query}`);
      return { ms, found: referencesIn(html) };
    },
    floor: () => barePage(office.sql, desk, view),
  }));
}

/** The page after a letter somewhere in a view, from the newest to the oldest. */
async function deep(office: MeasuredOffice): Promise<Pair[]> {
  const places = new Map<string, { at: Date; id: string }[]>();
  const pairs: Pair[] = [];
  for (const { desk, view } of some(
    requestsOf(office).filter(({ view }) => view.query !== ''),
    REQUESTS,
  )) {
    const known = places.get(view.query) ?? (await anyLetters(office, view));
    places.set(view.query, known);
    const after = known.pop();
    // After the last letter of a view the inbox shows its first page again, which is no depth.
    if (after === undefined || (await barePage(office.sql, desk, view, { after })).length === 0) continue;
    const cursor = Buffer.from(`${after.at.getTime()}.${after.id}`).toString('base64url');
    pairs.push({
      asked: `${desk.roles.join()} ${desk.unit ?? ''} ${view.query} after ${after.at.toISOString()} ${after.id}`,
      page: async () => {
        const { html, ms } = await office.get(desk, `/inbox${view.query}&after=${cursor}`);
        return { ms, found: referencesIn(html) };
      },
      floor: () => barePage(office.sql, desk, view, { after }),
    });
  }
  return pairs;
}

/** A letter in its pane, as Enter asks for it. */
async function opened(office: MeasuredOffice): Promise<Pair[]> {
  const desks = office.desks.filter(({ unit }) => unit === null);
  const letters = await ask<{ reference: string }>(
    office.database,
    'SELECT reference FROM letter TABLESAMPLE BERNOULLI (20) REPEATABLE (1) LIMIT $1',
    [100_000],
  );
  return some(letters, REQUESTS).map(({ reference }, number) => {
    const desk = desks[number % desks.length]!;
    return {
      page: async () => {
        const { html, ms } = await office.get(desk, `/inbox/letters/${reference}`, 'letter');
        return { ms, found: html.includes(reference) };
      },
      floor: () => bareLetter(office.sql, desk, reference),
    };
  });
}

/** The numbers beside the queues, asked inside the program: no page shows them alone. */
async function counted(office: MeasuredOffice): Promise<Pair[]> {
  const dataSource = new DataSource({ type: 'postgres', url: office.database });
  await dataSource.initialize();
  const rounds = Math.ceil(REQUESTS / office.desks.length);
  return Array.from({ length: rounds }, () => office.desks)
    .flat()
    .slice(0, REQUESTS)
    .map((desk) => ({
      page: async () => {
        const began = performance.now();
        const counts = await countQueues(dataSource, desk, queuesFor(desk.unit), PROFILE);
        return { ms: performance.now() - began, found: Object.values(counts).toSorted() };
      },
      floor: async () => (await bareCounts(office.sql, desk)).toSorted(),
    }));
}

const requestsOf = ({ desks }: MeasuredOffice): { desk: Desk; view: View }[] =>
  desks.flatMap((desk) => viewsOf(desk, PROFILE).map((view) => ({ desk, view })));

const PROFILE = readOfficeProfile();

/** Letters of a view from all its depths. */
const anyLetters = ({ database }: MeasuredOffice, { where }: View) =>
  ask<{ id: string; at: Date }>(
    database,
    `SELECT id, received_at AS at FROM letter TABLESAMPLE BERNOULLI (20) REPEATABLE (1)
     WHERE ${where} ORDER BY md5(id::text) LIMIT 12`,
  );
