import { isDeadAddress } from './dead-address.js';
import { NotSent } from './mail-server.js';

/** What a failed sending means for the e-mail. */
export type SmtpFailure =
  /** `isOurs`: the server could not be used at all, which says nothing about this e-mail. */
  | { meaning: 'later'; reason: string; isOurs: boolean }
  | { meaning: 'in-doubt'; reason: string }
  | { meaning: 'refused'; reason: string; /** Whether the address itself is dead. */ isHardBounce: boolean };

interface SmtpError extends Error {
  code?: string;
  /** SMTP command in flight, or `CONN`. */
  command?: string;
  response?: string;
  responseCode?: number;
}

/**
 * Sorts by meaning. An answer of the server is definite: 4xx later, 5xx refused. Without an answer it is definite
 * only while not a byte of the message was on its way; a connection lost after that leaves doubt.
 */
export function meaningOf(error: unknown): SmtpFailure {
  const failure = (error instanceof NotSent ? error.cause : error) as SmtpError;
  const reason = (failure.response ?? failure.message ?? String(error)).replace(/\s+/g, ' ').slice(0, 500);
  const { responseCode = 0, command = '' } = failure;
  if (responseCode < 400) {
    if (failure.code === 'EENVELOPE' || failure.code === 'EMESSAGE')
      return { meaning: 'refused', reason, isHardBounce: false };
    return error instanceof NotSent
      ? { meaning: 'later', reason, isOurs: true }
      : { meaning: 'in-doubt', reason };
  }
  // A refused greeting, EHLO, STARTTLS or sign-in is our server's trouble, not this address's.
  const isOfEmail = command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA';
  if (!isOfEmail) return { meaning: 'later', reason, isOurs: true };
  // 5.2.2, mailbox full, counts as temporary (design: mail, delivery reports).
  if (responseCode < 500 || /\b5\.2\.2\b/.test(reason)) return { meaning: 'later', reason, isOurs: false };
  return { meaning: 'refused', reason, isHardBounce: isDeadAddress(command, responseCode, reason) };
}
