import type { Language } from '../../script/texts.js';
import type { ReleaseCorrection } from '../extras.queries.js';
import { detailIn, type ReleaseDetail } from '../release-in-language.js';
import { isSection } from '../sections.js';
import { slugOf } from '../slug.js';
import { hasEnglish, type ReleaseContent } from './content.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';
import { plannedTime } from './planned-time.js';

/** The release as readers would read this content: the same shape that the public page is drawn from. */
export function previewOf(
  desk: Pick<DeskRow, 'id' | 'slug' | 'publishedAt'>,
  content: ReleaseContent,
  {
    language,
    timeZone,
    corrections,
  }: { language: Language; timeZone: string; corrections: ReleaseCorrection[] },
): ReleaseDetail {
  const now = new Date();
  const planned = plannedTime(content.planned, timeZone, now);
  const isEnglish = language === 'en' && hasEnglish(content);
  const words = isEnglish ? content.en : content.sr;
  const publishedAt = desk.publishedAt ?? (planned.kind === 'at' ? planned.at : now);
  const note = content.noteSr === '' ? [] : [{ at: now, noteSr: content.noteSr, noteEn: content.noteEn }];
  return detailIn(
    language,
    {
      id: desk.id,
      slug: content.slug || (desk.publishedAt === null ? slugOf(content.sr.title) : desk.slug),
      section: isSection(content.section) ? content.section : null,
      publishedAt,
      updatedAt: now,
      isEnglish,
      hasEnglish: hasEnglish(content),
      ...words,
      title: words.title || newsroomTexts['sr-Cyrl'].untitled,
    },
    { pictures: content.pictures, attachments: content.attachments, corrections: [...corrections, ...note] },
  );
}
