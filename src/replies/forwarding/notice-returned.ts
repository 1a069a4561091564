import type { EntityManager } from 'typeorm';
import { addEvent } from '../../letters/changes.queries.js';
import { letterById, lockLetter } from '../../letters/letters.queries.js';
import { recipientOf } from '../recipient.js';
import { lastDispatched, moveReply } from '../replies.queries.js';
import { forwardingWith, insertPaper, renewNotice } from './forwarding.queries.js';

/**
 * A notice by e-mail did not arrive: the next way is paper, where the letter says where to. Told by the outgoing mail,
 * in the transaction that ends its duty.
 */
export async function noticeReturned(tx: EntityManager, letterId: string, reason: string): Promise<void> {
  const letter = await lockLetter(tx, 'id', letterId, 'citizen');
  const notice = letter && (await lastDispatched(tx, letterId, 'email', 'notice'));
  if (!letter || !notice) return;
  await moveReply(tx, notice.id, 'returned', { returnedAt: new Date(), returnedReason: reason });
  const recipient = recipientOf((await letterById(tx, letterId, 'citizen'))!, 'post');
  await addEvent(tx, letterId, {
    ...{ mover: 'system', kind: 'forwarding-notice-returned', reason },
    details: { next: recipient === undefined ? null : 'post' },
  });
  if (recipient === undefined) return;
  const content = { ...notice, route: 'post' as const, recipient };
  const by = notice.drafters[0]!;
  const id = await insertPaper(tx, letterId, { purpose: 'notice', state: 'to_print', content, by });
  await renewNotice(tx, (await forwardingWith(tx, notice.id))!.id, id);
}
