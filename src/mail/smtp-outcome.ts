/** What a failed sending means for the e-mail. */
export type SmtpFailure =
  | { meaning: 'later'; reason: string }
  | { meaning: 'in-doubt'; reason: string }
  | { meaning: 'refused'; reason: string; /** Whether the address itself is dead. */ isHardBounce: boolean };

interface SmtpError extends Error {
  code?: string;
  /** SMTP command in flight, or `CONN`. */
  command?: string;
  response?: string;
  responseCode?: number;
  errno?: number | string;
  syscall?: string;
}

/** Errors that come before a connection stands, so that nothing can have been sent. */
const BEFORE_CONNECTION = new Set([
  'EDNS',
  'EAUTH',
  'ETLS',
  'EREQUIRETLS',
  'EPROXY',
  'ENOAUTH',
  'EOAUTH2',
  'ECONFIG',
]);

/**
 * Sorts by meaning. An answer of the server is definite: 4xx later, 5xx refused. Without an answer it is definite
 * only while the message cannot have been on its way; a connection lost after that leaves doubt.
 */
export function meaningOf(error: unknown): SmtpFailure {
  const failure = error as SmtpError;
  const reason = (failure.response ?? failure.message ?? String(error)).replace(/\s+/g, ' ').slice(0, 500);
  const { responseCode, command = '' } = failure;
  // A refused greeting, EHLO, STARTTLS or sign-in is our server's trouble, not this address's.
  const isOfAddress = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  if (responseCode !== undefined && responseCode >= 400) {
    if (responseCode < 500 || !isOfAddress) return { meaning: 'later', reason };
    // 5.2.2, mailbox full, counts as temporary (design: mail, delivery reports).
    if (/\b5\.2\.2\b/.test(reason)) return { meaning: 'later', reason };
    const isHardBounce =
      command === 'RCPT TO' && (/\b5\.1\.[0-9]+\b/.test(reason) || [550, 551, 553].includes(responseCode));
    return { meaning: 'refused', reason, isHardBounce };
  }
  if (failure.code === 'EENVELOPE' && command === 'API')
    return { meaning: 'refused', reason, isHardBounce: false };
  const isBefore =
    BEFORE_CONNECTION.has(failure.code ?? '') ||
    failure.syscall === 'connect' ||
    /greeting never received|connection timeout/i.test(reason) ||
    ['EHLO', 'HELO', 'STARTTLS', 'MAIL FROM', 'RCPT TO'].includes(command) ||
    command.startsWith('AUTH');
  return { meaning: isBefore ? 'later' : 'in-doubt', reason };
}
