import { createHash } from 'node:crypto';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** Whatever runs parametrised SQL: the data source, or the `tx` of a transaction. */
export type Sql = Pick<DataSource | EntityManager | QueryRunner, 'query'>;

/** A statement that each connection parses once, and plans once when its plan is as good for all values. */
export interface Prepared {
  name: string;
  text: string;
}

/**
 * For what every page asks by a key: there, planning takes longer than reading. The text is constant, or of few kinds;
 * a connection keeps what it has prepared.
 */
export const prepared = (text: string): Prepared => ({
  name: createHash('sha1').update(text).digest('base64url'),
  text,
});

/** Runs parametrised SQL and gives its rows; the caller names their shape. */
export async function rows<T>(
  sql: Sql,
  statement: string | Prepared,
  parameters: unknown[] = [],
): Promise<T[]> {
  // TypeORM hands on to pg what it is given, and pg knows statements by name.
  const result: unknown = await sql.query(statement as string, parameters);
  // TypeORM answers [rows, count] for UPDATE and DELETE, and rows for the rest.
  const isCounted =
    Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isCounted ? result[0] : result) as T[];
}
