import type { EntityManager } from 'typeorm';
import { releasePublished } from '../publication.js';
import { announceRelease, holdSlugs, slugsLike } from '../release-writing.queries.js';
import { writeText } from '../release-writing.js';
import { freeSlug, slugOf } from '../slug.js';
import { hasEnglish, type ReleaseContent } from './content.js';
import { sectionOf } from './content-problems.js';
import { insertEvent } from './events.queries.js';
import { type DeskRow, deleteDraft } from './newsroom.queries.js';
import {
  clearShown,
  insertCorrection,
  insertShownFiles,
  isSlugTaken,
  leaveSlug,
  showRelease,
} from './publishing.queries.js';

/**
 * The working copy becomes what readers see: for the first time, or as a correction of what they saw. Nothing of a
 * release stands in the tables that public pages read before this, so nothing can leak from there.
 */
export async function makePublic(
  tx: EntityManager,
  desk: DeskRow,
  { accountId, at, emergencyReason }: { accountId?: string; at?: Date; emergencyReason?: string },
): Promise<void> {
  const { id, draft, state } = desk;
  if (draft === null) throw new Error('A release without a working copy cannot be made public.');
  const { content } = draft;
  const isFirst = desk.publishedAt === null;
  const slug = await slugFor(tx, desk, content);
  const to = isFirst ? ('published' as const) : ('corrected' as const);
  const isEmergency = emergencyReason !== undefined;
  if (!isFirst && slug !== desk.slug) await leaveSlug(tx, id, desk.slug, slug);
  await showRelease(tx, id, {
    ...{ slug, section: sectionOf(content.section), state: to, isEmergency, publishedAt: at ?? null },
  });
  await clearShown(tx, id);
  await writeText(tx, id, 'sr', content.sr);
  if (hasEnglish(content)) await writeText(tx, id, 'en', content.en);
  await insertShownFiles(tx, id, content);
  if (!isFirst) await insertCorrection(tx, id, { sr: content.noteSr, en: content.noteEn });
  await deleteDraft(tx, id);
  await insertEvent(tx, id, {
    ...{ kind: to, from: state, to, accountId, content, isEmergency, reason: emergencyReason },
  });
  if (isFirst) await releasePublished(tx, id);
  else await announceRelease(tx, slug);
}

/** The slug that was asked for, or one of the title; numbered if another release took it meanwhile, were it at this moment. */
async function slugFor(tx: EntityManager, desk: DeskRow, content: ReleaseContent): Promise<string> {
  const kept = desk.publishedAt === null ? slugOf(content.sr.title) : desk.slug;
  const wanted = content.slug === '' ? kept : content.slug;
  await holdSlugs(tx);
  if (!(await isSlugTaken(tx, wanted, desk.id))) return wanted;
  return freeSlug(wanted, new Set(await slugsLike(tx, wanted)));
}
