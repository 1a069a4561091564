import { day } from '../../calendar/dates.js';
import type { RelatedLetter } from '../../letters/related.queries.js';
import type { LetterView } from '../../letters/letter.view.js';
import { inboxLink, letterLink } from '../list/inbox.view.js';
import { stateName } from '../state-name.js';
import type { Ui } from '../ui.js';
import { letterTexts } from './letter.texts.js';

/** So many are named; the rest is behind a link. */
export const MOST_RELATED = 5;

/** Other letters of the same person, and the way to all of them. */
export function RelatedList({
  ui,
  letter,
  related,
}: {
  ui: Ui;
  letter: LetterView;
  /** One more than {@link MOST_RELATED} when there are more. */
  related: readonly RelatedLetter[];
}) {
  if (related.length === 0) return null;
  const texts = letterTexts[ui.language].related;
  const from = letter.email ?? `"${`${letter.name} ${letter.surname}`.replaceAll('"', '')}"`;
  return (
    <section>
      <h2>{texts.heading}</h2>
      <ul class="related">
        {related.slice(0, MOST_RELATED).map(({ reference, registerNumber, state, receivedAt }) => (
          <li>
            <a href={letterLink(reference)}>{registerNumber ?? reference}</a>{' '}
            <span class="mid">
              {stateName(ui.language, state).toLowerCase()}, {day(receivedAt)}
            </span>
          </li>
        ))}
      </ul>
      {related.length > MOST_RELATED && <a href={inboxLink({ q: `from:${from}` })}>{texts.all}</a>}
    </section>
  );
}
