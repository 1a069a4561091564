import { rows, type Sql } from '../../database/rows.js';
import type { Language } from '../../script/texts.js';

/** A paragraph that the office writes often. Its fields are `{{surname}}` and the like; `{{? where}}` asks. */
export interface StandardLine {
  id: string;
  name: string;
  /** Markdown with fields. */
  body: string;
  language: Language;
}

export function allLines(sql: Sql): Promise<StandardLine[]> {
  return rows(sql, 'SELECT id, name, body, language FROM standard_line ORDER BY search_key(name), id');
}

/** False when another line has the name already. */
export async function insertLine(
  sql: Sql,
  line: Omit<StandardLine, 'id'>,
  accountId: string,
): Promise<boolean> {
  const inserted = await rows(
    sql,
    `INSERT INTO standard_line (name, body, language, updated_by) VALUES ($1, $2, $3, $4)
     ON CONFLICT (name) DO NOTHING RETURNING 1`,
    [line.name, line.body, line.language, accountId],
  );
  return inserted.length === 1;
}

/** False when the line is gone, or another one has the name. */
export async function updateLine(sql: Sql, line: StandardLine, accountId: string): Promise<boolean> {
  const updated = await rows(
    sql,
    `UPDATE standard_line SET name = $2, body = $3, language = $4, updated_by = $5, updated_at = now()
     WHERE id = $1 AND NOT EXISTS (SELECT FROM standard_line other WHERE other.name = $2 AND other.id <> $1)
     RETURNING 1`,
    [line.id, line.name, line.body, line.language, accountId],
  );
  return updated.length === 1;
}

export async function deleteLine(sql: Sql, id: string): Promise<void> {
  await sql.query('DELETE FROM standard_line WHERE id = $1', [id]);
}
