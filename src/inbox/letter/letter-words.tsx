import { day, isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Marked } from '../marked.js';
import type { Ui } from '../ui.js';
import { paragraphs, writingOf } from '../writing.js';
import type { LetterView } from '../../letters/letter.view.js';
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
      <Quoted {...{ ui, quoted, found }} />
      {letter.message.trim() === '' && (
        <p lang={ui.language}>
          {letterTexts[ui.language][letter.channel === 'post' ? 'notTranscribed' : 'noWords']}
        </p>
      )}
    </div>
  );
}

export const Paragraphs = ({ text, found }: { text: string; found: ReadonlySet<string> | undefined }) => (
  <>
    {paragraphs(text).map((paragraph) => (
      <p>
        <Marked text={paragraph} found={found} />
      </p>
    ))}
  </>
);

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '').length;

/** Earlier e-mails that a program quoted below the writer's own words, folded away. */
export function Quoted({
  ui,
  quoted,
  found,
}: {
  ui: Ui;
  quoted: string;
  found: ReadonlySet<string> | undefined;
}) {
  if (quoted === '') return null;
  return (
    <details class="fold" open={found !== undefined}>
      <summary lang={ui.language}>{fill(mailTexts[ui.language].quoted, { count: linesOf(quoted) })}</summary>
      <Paragraphs text={quoted} found={found} />
    </details>
  );
}
