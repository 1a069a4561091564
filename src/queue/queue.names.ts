/** Every queue. A queue is a doorbell: its jobs name a row that owes something, and hold nothing else. */
export const QUEUE_NAMES = [
  'email',
  'inbound',
  'post-pile',
  'scan-text',
  'letter-index',
  'reply-dispatch',
  'bulk',
  'release-mailing',
  'release-publishing',
] as const;

export type QueueName = (typeof QUEUE_NAMES)[number];

/** All that a job holds: the key of the row. */
export interface JobPayload {
  id: string;
}

/** One ring for a row. `ring` tells a later ring for the same row from the first, whose job may still be kept. */
export interface Ring extends JobPayload {
  ring?: string;
  /** Milliseconds after which the bell is heard; at once unless told. */
  delay?: number;
}

/** BullMQ wants ids without a colon and not all digits; one waiting job a row and ring. */
export const jobId = (name: QueueName, { id, ring }: Ring) =>
  `${name}-${id}${ring === undefined ? '' : `-${ring}`}`;
