import { rows, type Sql } from '../../database/rows.js';
import { TEXT_WEIGHT } from '../search/indexing.queries.js';
import type { Rule, RuleContent, RuleTest } from './rule.js';

const COLUMNS = `
  id, name, words, place, release_slug AS "releaseSlug", channel, language, category, unit, urgency, mode, version,
  tested_version AS "testedVersion", tested_at AS "testedAt", test, is_on AS "isOn", updated_by AS "updatedBy",
  updated_at AS "updatedAt"`;

/** What the conditions of a rule are found by. */
export interface RuleKeys {
  /** Search keys of words and phrases. */
  parts: readonly string[];
  /** The place as the search index keeps it. */
  place: string | null;
  /** Official code of a place that the gazetteer knows. */
  municipality: string | null;
}

/** A rule's content in the order of its columns; `$1` to `$13`. */
const valuesOf = (rule: RuleContent, { parts, place, municipality }: RuleKeys) => [
  rule.name,
  rule.words,
  parts,
  rule.place,
  place,
  rule.releaseSlug,
  rule.channel,
  rule.language,
  rule.category,
  rule.unit,
  rule.urgency,
  rule.mode,
  municipality,
];

/** All parts, each a word or a phrase by its stems, in what the citizen wrote; null when there is none. */
const QUERY = `
  (SELECT string_agg('(' || regexp_replace(part::text, '''([^'']+)''', '''\\1'':${TEXT_WEIGHT}', 'g') || ')', ' & ')::tsquery
   FROM unnest($3::text[]) AS written, phraseto_tsquery('serbian', written) AS part WHERE numnode(part) > 0)`;

/** In the order in which they are asked. */
export function allRules(sql: Sql): Promise<Rule[]> {
  return rows<Rule>(sql, `SELECT ${COLUMNS} FROM rule ORDER BY position, id`);
}

export async function ruleById(sql: Sql, id: string): Promise<Rule | undefined> {
  const [rule] = await rows<Rule>(sql, `SELECT ${COLUMNS} FROM rule WHERE id = $1`, [id]);
  return rule;
}

/** Whether another rule has the name. */
export async function isNameTaken(sql: Sql, name: string, id: string | null): Promise<boolean> {
  const found = await rows(sql, 'SELECT 1 FROM rule WHERE name = $1 AND id IS DISTINCT FROM $2', [name, id]);
  return found.length > 0;
}

/** Adds a rule after all others; undefined when one of that name is there. */
export async function insertRule(
  sql: Sql,
  rule: RuleContent,
  keys: RuleKeys,
  accountId: string,
): Promise<string | undefined> {
  const [added] = await rows<{ id: string }>(
    sql,
    `INSERT INTO rule (name, words, query, place, place_key, release_slug, channel, language, category, unit, urgency,
       mode, municipality_code, position, updated_by)
     SELECT $1, $2, ${QUERY}, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce(max(position), 0) + 1, $14::uuid FROM rule
     ON CONFLICT (name) DO NOTHING RETURNING id`,
    [...valuesOf(rule, keys), accountId],
  );
  return added?.id;
}

/**
 * Writes a rule anew if nobody did since `seen`. When it finds other letters or says something else of them, it is a
 * new version: switched off until it has been tested. A new name changes neither. False when it changed meanwhile.
 */
export async function updateRule(
  sql: Sql,
  id: string,
  rule: RuleContent,
  keys: RuleKeys,
  { seen, accountId }: { seen: Date; accountId: string },
): Promise<boolean> {
  const isOther = `
    (rule.query::text, rule.place_key, rule.release_slug, rule.channel, rule.language, rule.category, rule.unit,
     rule.urgency, rule.mode, rule.municipality_code)
    IS DISTINCT FROM (fresh.query::text, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;
  const updated = await rows(
    sql,
    `UPDATE rule SET name = $1, words = $2, query = fresh.query, place = $4, place_key = $5, release_slug = $6,
       channel = $7, language = $8, category = $9, unit = $10, urgency = $11, mode = $12, municipality_code = $13,
       version = rule.version + CASE WHEN ${isOther} THEN 1 ELSE 0 END,
       is_on = rule.is_on AND NOT (${isOther}), updated_by = $14, updated_at = now()
     FROM (SELECT ${QUERY} AS query) fresh
     WHERE rule.id = $15 AND rule.updated_at = $16 RETURNING 1`,
    [...valuesOf(rule, keys), accountId, id, seen],
  );
  return updated.length === 1;
}

/** Keeps what a test of this version found; false when there is another version by now. */
export async function keepTest(sql: Sql, id: string, version: number, test: RuleTest): Promise<boolean> {
  const kept = await rows(
    sql,
    `UPDATE rule SET test = $3, tested_version = version, tested_at = now()
     WHERE id = $1 AND version = $2 RETURNING 1`,
    [id, version, JSON.stringify(test)],
  );
  return kept.length === 1;
}

/** Switches a rule on, only this version and only when it was tested, or off. False when that is not so. */
export async function switchRule(sql: Sql, id: string, isOn: boolean, version: number): Promise<boolean> {
  const switched = await rows(
    sql,
    `UPDATE rule SET is_on = $2 WHERE id = $1 AND (NOT $2 OR (version = $3 AND tested_version = version)) RETURNING 1`,
    [id, isOn, version],
  );
  return switched.length === 1;
}

/** Changes places with the rule before or after it; all are locked, so that two moves at once lose none. */
export async function moveRule(tx: Sql, id: string, to: 'up' | 'down'): Promise<void> {
  await tx.query('SELECT FROM rule ORDER BY id FOR UPDATE');
  await tx.query(
    `UPDATE rule SET position = placed.position
     FROM (SELECT id, row_number() OVER (ORDER BY place + CASE WHEN id = $1 THEN $2::numeric ELSE 0 END) AS position
           FROM (SELECT id, row_number() OVER (ORDER BY position, id) AS place FROM rule) counted) placed
     WHERE placed.id = rule.id AND rule.position IS DISTINCT FROM placed.position`,
    [id, to === 'up' ? -1.5 : 1.5],
  );
}

/** Removes a rule that is off; false when it is on, or gone. */
export async function deleteRule(sql: Sql, id: string): Promise<boolean> {
  return (await rows(sql, 'DELETE FROM rule WHERE id = $1 AND NOT is_on RETURNING 1', [id])).length === 1;
}

export async function countRules(sql: Sql): Promise<number> {
  const [found] = await rows<{ count: number }>(sql, 'SELECT count(*)::int AS count FROM rule');
  return found!.count;
}
