import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that it survives being read out on the telephone. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** What the citizen can quote and the operator can look up: `E-` and eight characters. */
export const faultReference = () => `E-${[...randomBytes(8)].map((byte) => LETTERS[byte % 32]).join('')}`;

/**
 * An error as it may be logged. PostgreSQL's messages and `detail` can quote a row, hence a citizen's words:
 * of a query that failed only the SQLSTATE and the names of table and constraint are kept, with the stack.
 */
export function loggable(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
  const database = databaseError(error);
  const head =
    database === undefined
      ? `${error.name}: ${error.message}`
      : ['PostgreSQL', database.code, database.table, database.constraint].filter(Boolean).join(' ');
  return `${head}\n${stack}`;
}

interface DatabaseError {
  code: string;
  table?: string;
  constraint?: string;
}

function databaseError(error: Error): DatabaseError | undefined {
  const candidate = ((error as { driverError?: unknown }).driverError ?? error) as Partial<DatabaseError>;
  return /^[0-9A-Z]{5}$/.test(candidate.code ?? '') ? (candidate as DatabaseError) : undefined;
}
