import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import type { Attachment } from '../../letters/letter.view.js';
import { letterTexts } from './letter.texts.js';

export const attachmentPath = (reference: string, position: number | string) =>
  `${paths.inboxLetter(reference)}/attachments/${position}`;

/** What came with the letter or a supplement, each downloaded under its own name. */
export function AttachmentList({
  ui,
  reference,
  attachments,
  headingId,
}: {
  ui: Ui;
  reference: string;
  attachments: Attachment[];
  headingId: string;
}) {
  if (attachments.length === 0) return null;
  const texts = letterTexts[ui.language];
  return (
    <section class="clips" aria-labelledby={headingId}>
      <h2 id={headingId}>{fill(texts.attachments, { count: attachments.length })}</h2>
      <ul>
        {attachments.map((attachment) => (
          <li>
            <a class="clip" href={attachmentPath(reference, attachment.position)} download>
              <Thumb isPicture={attachment.mediaType.startsWith('image/')} />
              <span>
                <span class="clip-name">{attachment.name}</span>
                <small>
                  {kindOf(ui.language, attachment.mediaType)}, {sizeInWords(ui.language, attachment.size)}
                </small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const Thumb = ({ isPicture }: { isPicture: boolean }) => (
  <svg class="thumb" viewBox="0 0 32 40" aria-hidden="true">
    {isPicture ? (
      <path d="M0 28 10 16l8 9 5-5 9 9v11H0z" fill="currentColor" opacity=".3" />
    ) : (
      <path d="M5 7h22M5 12h22M5 17h15M5 25h22M5 30h18" stroke="currentColor" opacity=".45" />
    )}
  </svg>
);

function kindOf(language: Language, mediaType: string): string {
  const { kinds } = letterTexts[language];
  if (mediaType === 'application/pdf') return 'PDF';
  if (mediaType.startsWith('image/')) return kinds.image;
  return mediaType.startsWith('text/') ? kinds.text : kinds.document;
}

/** "214 kB" or "1,8 MB", with the decimal sign of the language. */
export function sizeInWords(language: Language, bytes: number): string {
  const locale = language === 'en' ? 'en' : 'sr';
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString(locale)} kB`;
  return `${(bytes / 1_000_000).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}
