import { rows, type Sql } from '../../database/rows.js';
import type { Letter } from '../letter.entity.js';
import { LETTER_COLUMNS } from '../letters.queries.js';
import { SAMPLES, type RuleHit, type TestedLetter } from './rule.js';

/** Whether `rule` holds for `letter`, whose place in the search index is `found`. */
const HOLDS = `
  (rule.query IS NULL OR found.words @@ rule.query)
  AND (rule.place_key IS NULL OR letter.municipality_code = rule.municipality_code
       OR (rule.municipality_code IS NULL OR letter.municipality_code IS NULL) AND found.place_key = rule.place_key)
  AND (rule.release_slug IS NULL OR letter.release_slug = rule.release_slug)
  AND (rule.channel IS NULL OR letter.channel = rule.channel)
  AND (rule.language IS NULL OR letter.language = rule.language)`;

/** An officer, or a rule, has not sorted it yet. */
const UNSORTED = `letter.category IS NULL AND letter.state IN ('received', 'details_needed')`;

/** For each of these letters that nobody has sorted, the first rule that holds; the rules' order decides. */
export async function firstRules(sql: Sql, letterIds: readonly string[]): Promise<RuleHit[]> {
  return rows<RuleHit>(
    sql,
    `SELECT DISTINCT ON (letter.id) letter.id AS "letterId", rule.name, rule.mode, rule.category, rule.unit, rule.urgency
     FROM rule, letter_search found JOIN letter ON letter.id = found.letter_id
     WHERE found.letter_id = ANY($1::uuid[]) AND rule.is_on AND ${UNSORTED} AND ${HOLDS}
     ORDER BY letter.id, rule.position, rule.id`,
    [letterIds],
  );
}

/** How many letters each sample holds. */
export async function countSamples(sql: Sql): Promise<number[]> {
  const [found] = await rows<{ count: number }>(
    sql,
    `SELECT count(*)::int AS count FROM (SELECT FROM letter_search LIMIT ${Math.max(...SAMPLES)}) newest`,
  );
  return SAMPLES.map((newest) => Math.min(newest, found!.count));
}

/** Of the newest letters those that a rule holds for, and what officers decided on them; newest first. */
export async function pastLetters(sql: Sql, ruleId: string): Promise<TestedLetter[]> {
  return rows<TestedLetter>(
    sql,
    `WITH newest AS MATERIALIZED (
       SELECT letter_id, words, place_key, row_number() OVER (ORDER BY received_at DESC, letter_id DESC)::int AS place
       FROM letter_search ORDER BY received_at DESC, letter_id DESC LIMIT ${Math.max(...SAMPLES)}
     )
     SELECT letter.reference, letter.category, letter.unit, letter.urgency, found.place,
            -- What only a rule has set, no officer has decided.
            letter.category IS NOT NULL AND coalesce((
              SELECT event.kind = 'triage' FROM letter_event event
              WHERE event.letter_id = letter.id AND event.kind IN ('triage', 'rule') ORDER BY event.id DESC LIMIT 1
            ), true) AS "isDecided"
     FROM rule, newest found JOIN letter ON letter.id = found.letter_id
     WHERE rule.id = $1 AND ${HOLDS}
     ORDER BY found.place`,
    [ruleId],
  );
}

/** Locks those of these letters that still nobody has sorted and that nobody else changes at this moment. */
export async function lockUnsorted(tx: Sql, letterIds: readonly string[]): Promise<Letter[]> {
  return rows<Letter>(
    tx,
    `SELECT ${LETTER_COLUMNS} FROM letter WHERE letter.id = ANY($1::uuid[]) AND ${UNSORTED}
     ORDER BY letter.id FOR NO KEY UPDATE SKIP LOCKED`,
    [letterIds],
  );
}
