import { day, isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Marked } from '../marked.js';
import type { Ui } from '../ui.js';
import { paragraphs, writingOf } from '../writing.js';
import { AttachmentList } from './attachment-list.js';
import type { Attachment, Supplement, LetterView } from '../../letters/letter.view.js';
import { letterTexts } from './letter.texts.js';

/** The writer's words exactly as stored: shown as text, never transliterated, `lang` set from the script. */
export function LetterWords({
  ui,
  letter,
  found,
}: {
  ui: Ui;
  letter: LetterView;
  /** Words that the search found. */
  found: ReadonlySet<string> | undefined;
}) {
  const name = `${letter.name} ${letter.surname}`.trim();
  const place = `${letter.postalCode ?? ''} ${letter.municipality}`.trim();
  return (
    <div class="words" lang={writingOf(letter.message, letter.language)}>
      <div class="sender">
        <p lang={writingOf(`${name} ${letter.address}`, letter.language)}>
          <b>
            <Marked text={name} found={found} />
          </b>
          <br />
          {letter.address}
          <br />
          {place}
        </p>
        <p>
          <time datetime={isoLocal(letter.receivedAt)}>{day(letter.receivedAt)}</time>
        </p>
      </div>
      {paragraphs(letter.message).map((paragraph) => (
        <p>
          <Marked text={paragraph} found={found} />
        </p>
      ))}
      {letter.message.trim() === '' && <p lang={ui.language}>{letterTexts[ui.language].noWords}</p>}
    </div>
  );
}

/** What the writer added later, each with its own attachments. */
export function Supplements({
  ui,
  letter,
  supplements,
  attachments,
  found,
}: {
  ui: Ui;
  letter: LetterView;
  supplements: Supplement[];
  attachments: Attachment[];
  found: ReadonlySet<string> | undefined;
}) {
  if (supplements.length === 0) return null;
  const texts = letterTexts[ui.language];
  return (
    <section class="supplements" aria-label={texts.supplements}>
      {supplements.map((supplement, index) => (
        <section aria-labelledby={`supplement-${index}`}>
          <h2 id={`supplement-${index}`}>{fill(texts.supplementOf, { day: day(supplement.receivedAt) })}</h2>
          <div class="words" lang={writingOf(supplement.message, letter.language)}>
            {paragraphs(supplement.message).map((paragraph) => (
              <p>
                <Marked text={paragraph} found={found} />
              </p>
            ))}
          </div>
          <AttachmentList
            ui={ui}
            reference={letter.reference}
            attachments={attachments.filter(({ supplementId }) => supplementId === supplement.id)}
            headingId={`supplement-${index}-attachments`}
          />
        </section>
      ))}
    </section>
  );
}
