import { rows, type Sql } from '../../database/rows.js';

export interface YearOfRegister {
  year: number;
  entries: number;
  /** The highest number given. */
  last: number;
}

/** How many entries each year has, and up to which number. */
export function yearsOfRegister(sql: Sql): Promise<YearOfRegister[]> {
  return rows(
    sql,
    `SELECT year::int AS year, count(*)::int AS entries, max(number) AS last
     FROM register_entry GROUP BY year ORDER BY year`,
  );
}

/** The first missing stretches of a year's numbers, as `first` to `last`. */
export function gapsOfYear(sql: Sql, year: number): Promise<{ first: number; last: number }[]> {
  return rows(
    sql,
    `SELECT before + 1 AS first, number - 1 AS last
     FROM (SELECT number, lag(number, 1, 0) OVER (ORDER BY number) AS before FROM register_entry WHERE year = $1) entry
     WHERE number > before + 1 ORDER BY number LIMIT 20`,
    [year],
  );
}

/** Letters in the archive, and those that wait for a number at this moment. */
export async function countOfLetters(sql: Sql): Promise<{ letters: number; waiting: number }> {
  const [found] = await rows<{ letters: number; waiting: number }>(
    sql,
    `SELECT (SELECT count(*)::int FROM letter) AS letters, (SELECT count(*)::int FROM register_pending) AS waiting`,
  );
  return found!;
}

/** Entries and letters that contradict each other; at most 20, each told by its number or reference. */
export async function contradictions(sql: Sql, timeZone: string): Promise<string[]> {
  const found = await rows<{ problem: string }>(
    sql,
    `(SELECT 'letter ' || letter.reference || ' has neither a number nor a place in the queue for one' AS problem
      FROM letter
      WHERE NOT EXISTS (SELECT FROM register_entry WHERE register_entry.letter_id = letter.id)
        AND NOT EXISTS (SELECT FROM register_pending WHERE register_pending.letter_id = letter.id)
      LIMIT 20)
     UNION ALL
     (SELECT 'letter ' || letter.reference || ' has a number and still waits for one'
      FROM register_pending JOIN register_entry USING (letter_id) JOIN letter ON letter.id = letter_id
      LIMIT 20)
     UNION ALL
     (SELECT 'a place in the queue for numbers belongs to no letter'
      FROM register_pending WHERE NOT EXISTS (SELECT FROM letter WHERE letter.id = letter_id)
      LIMIT 20)
     UNION ALL
     (SELECT 'entry ' || entry.year || '-' || entry.number || ' does not tell the channel or time of letter ' || letter.reference
      FROM register_entry entry JOIN letter ON letter.id = entry.letter_id
      WHERE entry.channel <> letter.channel OR entry.received_at <> letter.received_at
      LIMIT 20)
     UNION ALL
     (SELECT 'entry ' || entry.year || '-' || entry.number || ' stands in another year than its letter came in'
      FROM register_entry entry
      WHERE entry.year <> extract(year FROM entry.received_at AT TIME ZONE $1)
      LIMIT 20)
     UNION ALL
     (SELECT 'entry ' || year || '-' || number || ' was entered before the one in front of it'
      FROM (SELECT year, number, entered_at, lag(entered_at) OVER (PARTITION BY year ORDER BY number) AS before
            FROM register_entry) entry
      WHERE entered_at < before
      LIMIT 20)`,
    [timeZone],
  );
  return found.map(({ problem }) => problem);
}
