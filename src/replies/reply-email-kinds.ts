import type { Purpose } from './reply.js';

/** Kinds of e-mail by which papers leave. */
export const EMAIL_OF = {
  answer: 'reply.answer',
  cover: 'reply.forwarding',
  notice: 'reply.forwarding-notice',
} as const satisfies Record<Purpose, string>;
