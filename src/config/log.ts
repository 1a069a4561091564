import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What Nest says of its own start-up, a line a route. */
const NOISE = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** One structured line an event on standard output, without personal data; rooms write through Nest's `Logger`. */
export function createLog(level: string): { pino: Logger; nest: LoggerService } {
  const log = pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
  const write =
    (method: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal') =>
    (message: unknown, ...rest: unknown[]) => {
      // Nest passes the context (class name) last, and for errors the stack before it.
      const context = typeof rest.at(-1) === 'string' ? (rest.at(-1) as string) : undefined;
      const stack = rest.find((part) => typeof part === 'string' && part.includes('\n    at '));
      if (method === 'info' && context !== undefined && NOISE.has(context)) return;
      const fields = typeof message === 'object' && message !== null ? message : { msg: String(message) };
      log[method]({ context, ...(stack === undefined ? {} : { stack }), ...fields });
    };
  return {
    pino: log,
    nest: {
      log: write('info'),
      error: write('error'),
      warn: write('warn'),
      debug: write('debug'),
      verbose: write('trace'),
      fatal: write('fatal'),
    },
  };
}
