/**
 * Why a mail could not be read: more parts, depth or header bytes than allowed, more time or memory than it may take,
 * or broken in a way that the parser does not forgive.
 */
export const UNREADABLE = ['parts', 'nesting', 'headers', 'time', 'memory', 'broken'] as const;
export type WhyUnreadable = (typeof UNREADABLE)[number];

/** A mail that no program can read as a letter; it is kept as it is and shown to a person. */
export class MailUnreadable extends Error {
  constructor(readonly why: WhyUnreadable) {
    super(`A mail could not be read: ${why}.`);
    this.name = 'MailUnreadable';
  }
}
