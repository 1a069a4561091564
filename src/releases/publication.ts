import type { EntityManager } from 'typeorm';
import { announceRelease } from './release-writing.queries.js';
import { Release } from './release.entity.js';

/**
 * What follows when the newsroom publishes a release for the first time, in the transaction that publishes it.
 * Releases that were published elsewhere before (import, demonstration) do not come this way.
 */
export async function releasePublished(tx: EntityManager, releaseId: string): Promise<void> {
  const { slug } = await tx.findOneByOrFail(Release, { id: releaseId });
  await announceRelease(tx, slug);
}
