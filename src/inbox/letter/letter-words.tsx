import { day, isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Marked } from '../marked.js';
import type { Ui } from '../ui.js';
import { paragraphs, writingOf } from '../writing.js';
import { AttachmentList } from './attachment-list.js';
import type { Attachment, Supplement, LetterView } from '../../letters/letter.view.js';
import { mailTexts } from '../mail/mail.texts.js';
import { letterTexts } from './letter.texts.js';
import { partQuoted } from './quoted-history.js';

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
  const { own, quoted } =
    letter.channel === 'email' ? partQuoted(letter.message) : { own: letter.message, quoted: '' };
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
      <Paragraphs text={own} found={found} />
      {quoted !== '' && (
        <details class="fold" open={found !== undefined}>
          <summary lang={ui.language}>
            {fill(mailTexts[ui.language].quoted, { count: linesOf(quoted) })}
          </summary>
          <Paragraphs text={quoted} found={found} />
        </details>
      )}
      {letter.message.trim() === '' && (
        <p lang={ui.language}>
          {letterTexts[ui.language][letter.channel === 'post' ? 'notTranscribed' : 'noWords']}
        </p>
      )}
    </div>
  );
}

const Paragraphs = ({ text, found }: { text: string; found: ReadonlySet<string> | undefined }) => (
  <>
    {paragraphs(text).map((paragraph) => (
      <p>
        <Marked text={paragraph} found={found} />
      </p>
    ))}
  </>
);

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;

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
