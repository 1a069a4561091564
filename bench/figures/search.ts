import { searchKey } from '../../src/script/search-key.js';
import { ask, type Bench } from '../bench-server.js';
import { type MeasuredOffice, withOffice } from '../inbox/measured-office.js';
import { inPairs, type Pair, REQUESTS, some } from '../inbox/pairs.js';
import { bareFound, referencesIn } from '../inbox/rows.js';
import type { Figure } from '../main.js';

/** The first page of what a search finds, as an officer types it, against the same letters by plain SQL. */
export function search(bench: Bench): Promise<Figure[]> {
  return withOffice(bench, bench.letters, async (office) => {
    const letters = await someLetters(office);
    const words = wordsOf(letters);
    return [
      await inPairs('search.rare', await searches(office, words.rare, WORD)),
      await inPairs('search.common', await searches(office, words.common, WORD)),
      await inPairs('search.phrase', await searches(office, phrasesOf(letters), PHRASE)),
      await inPairs('search.name', await searches(office, namesOf(letters), NAME)),
    ];
  });
}

interface Letter {
  message: string;
  name: string;
  surname: string;
}

const someLetters = ({ database }: MeasuredOffice) =>
  ask<Letter>(
    database,
    'SELECT message, name, surname FROM letter TABLESAMPLE BERNOULLI (1) REPEATABLE (1) LIMIT 5000',
  );

/** Officers who see every letter search; what is typed finds the same for each. */
async function searches(
  office: MeasuredOffice,
  typed: string[],
  condition: (key: string) => Bare,
): Promise<Pair[]> {
  const desks = office.desks.filter(({ unit }) => unit === null);
  const pairs: Pair[] = [];
  for (const [number, text] of some(typed, REQUESTS).entries()) {
    const desk = desks[number % desks.length]!;
    const { is, words } = condition(searchKey(text.replaceAll('"', '')));
    const hits = await newestHits(office, is, words);
    pairs.push({
      asked: text,
      page: async () => {
        const { html, ms } = await office.get(desk, `/inbox?q=${encodeURIComponent(text)}`);
        return { ms, found: referencesIn(html) };
      },
      floor: () => bareFound(office.sql, desk, hits, words),
    });
  }
  return pairs;
}

/** A condition on `letter_search`, and its parameters from $2 on. */
interface Bare {
  is: string;
  words: string[];
}

const NEWEST = 'ORDER BY received_at DESC, letter_id DESC LIMIT 51';

/**
 * The newest hits by the plan that suits them, which is found out before anything is measured: what is rare among the
 * newest thousand is read from the index, and what is common by walking the list.
 */
async function newestHits({ sql }: MeasuredOffice, is: string, words: string[]): Promise<string> {
  const { rows } = await sql.query<{ hits: number }>(
    `SELECT count(*)::int AS hits FROM (SELECT * FROM letter_search ORDER BY received_at DESC LIMIT 1000) newest
     WHERE $1::text IS NULL AND (${is})`,
    [null, ...words],
  );
  return rows[0]!.hits < 4
    ? `SELECT letter_id FROM (SELECT letter_id, received_at FROM letter_search WHERE ${is} OFFSET 0) hit ${NEWEST}`
    : `SELECT letter_id FROM letter_search WHERE CASE WHEN ${is} THEN true END ${NEWEST}`;
}

const WORD = (key: string): Bare => ({
  is: `words @@ plainto_tsquery('serbian', $2) OR name_key LIKE $3`,
  words: [key, `% ${key}%`],
});

const PHRASE = (key: string): Bare => ({ is: `words @@ phraseto_tsquery('serbian', $2)`, words: [key] });

const NAME = (key: string): Bare => {
  const [name, surname] = key.split(' ');
  return {
    is: `words @@ plainto_tsquery('serbian', $2) OR (name_key LIKE $3 AND name_key LIKE $4)`,
    words: [key, `% ${name}%`, `% ${surname}%`],
  };
};

/** Words of one letter in thousands, and words of every tenth letter or more. */
function wordsOf(letters: Letter[]): { rare: string[]; common: string[] } {
  const counts = new Map<string, number>();
  for (const { message } of letters)
    for (const word of new Set(message.match(/[\p{L}]{4,}/gu))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rare: words.filter(([, count]) => count === 1).map(([word]) => word),
    common: words.filter(([, count]) => count >= letters.length / 10).map(([word]) => word),
  };
}

/** Two to four words that stand together in some letter, in quotation marks. */
const phrasesOf = (letters: Letter[]): string[] =>
  letters.flatMap(({ message }, number) => {
    const sentence = message.split(/\n+/).find((line) => /^(\p{L}+ ){5}/u.test(line));
    return sentence
      ? [
          `"${sentence
            .split(' ')
            .slice(1, 3 + (number % 3))
            .join(' ')}"`,
        ]
      : [];
  });

/** Name and surname of a correspondent, the surname as far as somebody types it. */
const namesOf = (letters: Letter[]): string[] =>
  letters
    .filter(({ name, surname }) => /^\p{L}+$/u.test(name) && /^\p{L}{5,}$/u.test(surname))
    .map(({ name, surname }) => `${name} ${surname.slice(0, 5)}`);
