import type { EntityManager } from 'typeorm';
import { addEvent } from '../../letters/changes.queries.js';
import type { Letter } from '../../letters/letter.entity.js';
import { type By, moverOf } from '../../letters/move-letter.js';
import { forgetDispatch, moveReply, paperUnderWay } from '../replies.queries.js';
import type { Reply } from '../reply.js';

/** A covering letter that has not left goes nowhere any more, nor does its notice; both rows must be locked. */
export async function giveUp(tx: EntityManager, letter: Letter, cover: Reply, by: By): Promise<void> {
  await forgetDispatch(tx, cover.id);
  await moveReply(tx, cover.id, 'discarded');
  await giveUpNotice(tx, letter.id);
  await addEvent(tx, letter.id, { ...moverOf(by), kind: 'forwarding-recall' });
}

/** A notice that has not left says what is no longer so. */
export async function giveUpNotice(tx: EntityManager, letterId: string): Promise<void> {
  const notice = await paperUnderWay(tx, letterId, 'notice', true);
  if (notice) await moveReply(tx, notice.id, 'discarded');
}
