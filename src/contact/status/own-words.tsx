import { day } from '../../calendar/dates.js';
import type { Attachment, OpenLetter } from '../../letters/letter.view.js';
import { fill, type Language } from '../../script/texts.js';
import { Details } from '../../web/components/details.js';
import { fileSize } from '../submission.texts.js';
import { myLetterTexts } from './my-letter.texts.js';

/** What the citizen wrote and added, folded away: somebody may look over the shoulder. */
export function OwnWords({
  language,
  open,
  timeZone,
}: {
  language: Language;
  open: OpenLetter;
  timeZone: string;
}) {
  const texts = myLetterTexts[language];
  const { letter, attachments, supplements } = open;
  return (
    <>
      <Details summary={texts.readWords} textClasses="prose">
        {letter.subject !== null && (
          <p>
            <strong>{letter.subject}</strong>
          </p>
        )}
        <AsWritten text={letter.message} />
        {supplements.map((supplement) => (
          <>
            <h3>{fill(texts.supplementOf, { date: day(supplement.receivedAt, timeZone) })}</h3>
            <AsWritten text={supplement.message} />
          </>
        ))}
      </Details>
      {attachments.length > 0 && <p class="small">{attachmentLine(language, attachments)}</p>}
    </>
  );
}

/** Paragraphs where the citizen left an empty line, line breaks where a line ended. */
function AsWritten({ text }: { text: string }) {
  const paragraphs = text.split(/(?:\r?\n[ \t]*){2,}/).filter((paragraph) => paragraph.trim() !== '');
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>
          {paragraph.split(/\r?\n/).map((line, index) => (
            <>
              {index > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </>
  );
}

function attachmentLine(language: Language, attachments: Attachment[]): string {
  const texts = myLetterTexts[language].attachments;
  const names = attachments.map(({ name, size }) => `${name} (${fileSize(language, size)})`).join(', ');
  return fill(attachments.length === 1 ? texts.one : texts.more, { names });
}
