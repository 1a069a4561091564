import { markWords } from '../../releases/found-words.js';
import { fill } from '../../script/texts.js';
import type { Ui } from '../ui.js';
import type { LetterView, Supplement } from '../../letters/letter.view.js';
import { titleOf } from './sheet-head.js';
import { letterTexts } from './letter.texts.js';

interface Texts {
  letter: LetterView;
  supplements: Supplement[];
}

/** Everything of a letter's pane in which a search marks what it found. */
export const textsOf = ({ letter, supplements }: Texts): string[] => [
  titleOf(letter),
  `${letter.name} ${letter.surname}`,
  letter.message,
  ...supplements.map(({ message }) => message),
];

/** How often the search beside the letter found something in it, and the way from one place to the next. */
export function HitsNote({ ui, desk }: { ui: Ui; desk: Texts & { found?: ReadonlySet<string> } }) {
  const { found } = desk;
  if (found === undefined) return null;
  const { hits } = letterTexts[ui.language];
  const count = textsOf(desk)
    .flatMap((text) => markWords(text, found))
    .filter(({ isFound }) => isFound).length;
  if (count === 0) return null;
  const form = new Intl.PluralRules(ui.language === 'en' ? 'en' : 'sr').select(count);
  return (
    <p class="note">
      <b>{fill(form === 'one' ? hits.one : form === 'few' ? hits.few : hits.many, { count })}</b>{' '}
      <span class="push acts" hidden data-hits>
        <button type="button" class="btn plain" aria-keyshortcuts="Shift+n" data-hit="-1">
          {hits.previous} <kbd aria-hidden="true">N</kbd>
        </button>
        <button type="button" class="btn plain" aria-keyshortcuts="n" data-hit="1">
          {hits.next} <kbd aria-hidden="true">n</kbd>
        </button>
      </span>
    </p>
  );
}
