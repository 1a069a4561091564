/** Every queue. A queue is a doorbell: its jobs name a row that owes something, and hold nothing else. */
export const QUEUE_NAMES = ['email', 'letter-index'] as const;

export type QueueName = (typeof QUEUE_NAMES)[number];

/** All that a job holds: the key of the row. */
export interface JobPayload {
  id: string;
}

/** BullMQ wants ids without a colon and not all digits; one waiting job a row. */
export const jobId = (name: QueueName, { id }: JobPayload) => `${name}-${id}`;
