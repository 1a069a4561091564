import type { EntityManager } from 'typeorm';
import { oweMailing } from './following/mailing.queries.js';
import { announceRelease } from './release-writing.queries.js';
import { Release } from './release.entity.js';

/**
 * What follows when the newsroom publishes a release for the first time, in the transaction that publishes it: every
 * process shows it, and it is owed to its followers. Calling it again owes nothing more. Releases that were published
 * elsewhere before (import, demonstration) do not come this way.
 */
export async function releasePublished(tx: EntityManager, releaseId: string): Promise<void> {
  const { slug } = await tx.findOneByOrFail(Release, { id: releaseId });
  await announceRelease(tx, slug);
  await oweMailing(tx, releaseId);
}
