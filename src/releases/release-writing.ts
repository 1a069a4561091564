import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { markdownToText } from './markdown.js';
import type { NewRelease, NewReleaseText } from './new-release.js';
import { filesOf } from './picture-maker.service.js';
import { holdFiles, insertVariants } from './pictures.queries.js';
import { announceRelease, holdSlugs, indexText, slugsLike } from './release-writing.queries.js';
import { ReleasePicture } from './release-picture.entity.js';
import { ReleaseText, type WrittenLanguage } from './release-text.entity.js';
import { Release } from './release.entity.js';
import { freeSlug, slugOf } from './slug.js';

/**
 * Writes a published release with its texts, pictures and search words. Other processes hear of it when `tx`
 * commits. The search words are written here and not in the background: releases are few.
 */
export async function writeRelease(tx: EntityManager, release: NewRelease): Promise<Release> {
  const id = uuidv7();
  const slug = release.slug ?? (await freshSlug(tx, release.sr.title));
  const { publishedAt, section = null } = release;
  await tx.insert(Release, { id, slug, state: 'published', section, publishedAt, updatedAt: publishedAt });
  await writeText(tx, id, 'sr', release.sr);
  if (release.en !== undefined) await writeText(tx, id, 'en', release.en);
  if (release.pictures.length > 0) await tx.insert(ReleasePicture, pictureRows(id, release.pictures));
  for (const [index, { variants }] of release.pictures.entries())
    await insertVariants(tx, id, index + 1, variants);
  await holdFiles(tx, id, release.pictures.flatMap(filesOf));
  await announceRelease(tx, slug);
  return tx.findOneByOrFail(Release, { id });
}

/** A slug for this title that no release has or had. */
export async function freshSlug(tx: EntityManager, title: string): Promise<string> {
  const slug = slugOf(title);
  await holdSlugs(tx);
  return freeSlug(slug, new Set(await slugsLike(tx, slug)));
}

/** Writes the words of one language, findable. */
export async function writeText(
  tx: EntityManager,
  releaseId: string,
  language: WrittenLanguage,
  text: NewReleaseText,
): Promise<void> {
  const { title, lead, body } = text;
  await tx.insert(ReleaseText, { releaseId, language, title, lead, body });
  const findable = { title: plain(title), lead: plain(lead), words: plain(markdownToText(body)) };
  await indexText(tx, releaseId, language, findable);
}

// PostgreSQL's parser takes what stands between `<` and `>` for a tag, and leaves it out of the index.
const plain = (text: string) => text.replace(/[<>]/g, ' ');

const pictureRows = (releaseId: string, pictures: NewRelease['pictures']) =>
  pictures.map(({ sha256, mediaType, size, width, height, credit, alt }, index) => ({
    releaseId,
    position: index + 1,
    sha256,
    mediaType,
    size,
    width,
    height,
    creditSr: credit.sr,
    creditEn: credit.en,
    altSr: alt.sr,
    altEn: alt.en,
  }));
