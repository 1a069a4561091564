import { rows, type Sql } from '../../database/rows.js';
import { attachmentsOf } from '../extras.queries.js';
import { picturesOf } from '../pictures.queries.js';
import type { WrittenLanguage } from '../release-text.entity.js';
import { type ContentWords, EMPTY_CONTENT, type ReleaseContent } from './content.js';

/** What readers see of a release that the newsroom did not publish itself (imported ones), as it would have written it. */
export async function shownContent(sql: Sql, releaseId: string): Promise<ReleaseContent> {
  // One after another: inside a transaction they share one connection.
  const [release] = await rows<{ slug: string; section: string | null }>(
    sql,
    'SELECT slug, section FROM release WHERE id = $1',
    [releaseId],
  );
  const texts = await rows<ContentWords & { language: WrittenLanguage }>(
    sql,
    'SELECT language, title, lead, body FROM release_text WHERE release_id = $1',
    [releaseId],
  );
  const pictures = await picturesOf(sql, [releaseId]);
  const attachments = await attachmentsOf(sql, [releaseId]);
  const wordsIn = (language: WrittenLanguage): ContentWords => {
    const { title, lead, body } = texts.find((text) => text.language === language) ?? EMPTY_CONTENT.sr;
    return { title, lead, body };
  };
  return {
    ...EMPTY_CONTENT,
    slug: release?.slug ?? '',
    section: release?.section ?? '',
    sr: wordsIn('sr'),
    en: wordsIn('en'),
    pictures: pictures.map(({ releaseId: _, position, ...picture }) => ({
      ...picture,
      original: picture.sha256,
      name: String(position),
    })),
    attachments: attachments.map(({ releaseId: _, ...file }) => file),
  };
}
