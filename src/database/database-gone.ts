/** Whether an error means that PostgreSQL is away or cannot write now (so: try again later), not that a query is wrong. */
export function isDatabaseGone(error: unknown): boolean {
  const failure = error as { code?: string; message?: string; driverError?: unknown };
  if (failure?.driverError && failure.driverError !== error) return isDatabaseGone(failure.driverError);
  const code = failure?.code ?? '';
  // SQLSTATE classes: 08 connection, 53 resources (disk full, too many connections), 57P shutdown; 25006 read-only.
  return (
    /^(08...|53...|57P0[1-5]|25006|58030)$/.test(code) ||
    ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'].includes(code) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      failure?.message ?? '',
    )
  );
}
