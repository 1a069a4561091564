import { fill } from '../../script/texts.js';
import { initialsOf } from '../../web/components/initials.js';
import { officerName, type Ui } from '../ui.js';
import { liveTexts } from './live.texts.js';
import type { Present } from './presence.queries.js';

/** Circles for more people than these would push the row apart. */
const MOST_CIRCLES = 2;

type Language = Pick<Ui, 'language'>;

/** Circles with initials in a row of the list, said in words to who cannot see them. */
export const WhoInRow = ({ ui, present }: { ui: Language; present: readonly Present[] }) => (
  <span class="present">
    {present.slice(0, MOST_CIRCLES).map((person) => (
      <span class={person.isWriting ? 'who writes' : 'who'} title={sentence(ui, person)}>
        <span aria-hidden="true">{initialsOf(officerName(ui, person.name))}</span>
        <span class="sr">{sentence(ui, person)}. </span>
      </span>
    ))}
  </span>
);

/** Circles with names at the head of the open letter. */
export const WhoAtLetter = ({ ui, present }: { ui: Language; present: readonly Present[] }) => (
  <span class="present">
    {present.map((person) => (
      <span class="nw with">
        <span class={person.isWriting ? 'who writes' : 'who'} aria-hidden="true">
          {initialsOf(officerName(ui, person.name))}
        </span>{' '}
        {sentence(ui, person)}
      </span>
    ))}
  </span>
);

const sentence = (ui: Language, { name, isWriting }: Present) =>
  fill(liveTexts[ui.language][isWriting ? 'writes' : 'reads'], { who: officerName(ui, name) });
