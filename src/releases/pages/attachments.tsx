import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { ReleaseAttachment } from '../extras.queries.js';
import { releaseTexts } from './release.texts.js';

const KINDS: Record<string, string> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'JPEG',
  'image/png': 'PNG',
  'image/heic': 'HEIC',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.oasis.opendocument.text': 'ODT',
  'text/plain': 'TXT',
};

/** Files that readers may take, each with its kind and size, so that nobody is surprised on a slow line. */
export const Attachments = ({
  language,
  attachments,
  fileAddress = paths.releaseAttachment,
}: {
  language: Language;
  attachments: ReleaseAttachment[];
  fileAddress?: (sha256: string) => string;
}) =>
  attachments.length === 0 ? null : (
    <section class="attachments" aria-label={releaseTexts[language].attachments}>
      <p class="attachments__title">{releaseTexts[language].attachments}</p>
      <ul>
        {attachments.map(({ sha256, name, mediaType, size }) => (
          <li>
            <a href={fileAddress(sha256)}>{name}</a> ({KINDS[mediaType] ?? mediaType},{' '}
            {sizeIn(language, size)})
          </li>
        ))}
      </ul>
    </section>
  );

/** "340 kB", "1,2 MB". */
export function sizeIn(language: Language, bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const number = isLarge ? (bytes / 1_000_000).toFixed(1) : String(Math.max(1, Math.round(bytes / 1_000)));

  return `${language === 'en' ? number : number.replace('.', ',')} ${isLarge ? 'MB' : 'kB'}`;
}
