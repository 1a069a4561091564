import type { DutiesService } from '../duties/duties.service.js';
import { TAKE_BACK_SECONDS } from './reply.js';

export const DISPATCH = 'reply-dispatch';

/** The bell for when an order can no longer be taken back. If this process is gone by then, the sweep finds the row. */
export function ringWhenDue(duties: DutiesService, replyId: string): void {
  setTimeout(
    () => void duties.ring(DISPATCH, [replyId], `due-${Date.now()}`),
    TAKE_BACK_SECONDS * 1_000,
  ).unref();
}
