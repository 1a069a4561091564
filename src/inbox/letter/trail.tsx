import { isoLocal, officeParts } from '../../calendar/dates.js';
import type { Ui } from '../ui.js';
import type { TrailEntry } from './trail-sentences.js';
import { trailTexts } from './trail.texts.js';

/** What happened to the letter, oldest first, as sentences. */
export function Trail({ ui, trail }: { ui: Ui; trail: TrailEntry[] }) {
  return (
    <section class="trail" aria-labelledby="trail-heading">
      <h2 id="trail-heading">{trailTexts[ui.language].heading}</h2>
      <ol>
        {trail.map(({ at, sentence, isNote }) => (
          <li>
            <time datetime={isoLocal(at)}>{moment(at, ui.now)}</time>
            <p class={isNote ? 'inner kept-lines' : undefined}>{sentence}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** "12.03. 09:26"; with the year when it is not this one. */
function moment(at: Date, now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const parts = officeParts(at);
  const year = parts.year === officeParts(now).year ? '' : `${parts.year}.`;
  return `${two(parts.day)}.${two(parts.month)}.${year} ${two(parts.hour)}:${two(parts.minute)}`;
}
