import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** Whatever runs parametrised SQL: the data source, or the `tx` of a transaction. */
export type Sql = Pick<DataSource | EntityManager | QueryRunner, 'query'>;

/** Runs parametrised SQL and gives its rows; the caller names their shape. */
export async function rows<T>(sql: Sql, text: string, parameters: unknown[] = []): Promise<T[]> {
  const result: unknown = await sql.query(text, parameters);
  // TypeORM answers [rows, count] for UPDATE and DELETE, and rows for the rest.
  const isCounted =
    Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number';
  return (isCounted ? result[0] : result) as T[];
}
