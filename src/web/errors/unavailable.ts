/** Codes of Node's network errors, and of PostgreSQL going away, refusing or being full (classes 08, 53, 57P). */
const GONE =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ENOSPC|08...|53...|57P..)$/;

/** Words of errors that carry no code: pg's pool and a connection that broke in the middle. */
const GONE_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|Client has encountered a connection error/i;

/** True when an error says that PostgreSQL (or the disk) cannot serve now, so that trying again later is right. */
export function isUnavailable(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < 4; depth += 1) {
    const { code, driverError, errors } = one as Error & {
      code?: unknown;
      driverError?: unknown;
      errors?: unknown[];
    };
    if (typeof code === 'string' && GONE.test(code)) return true;
    if (GONE_WORDS.test(one.message)) return true;
    if (errors?.some(isUnavailable)) return true;
    one = driverError ?? one.cause;
  }
  return false;
}
