import type { LetterView } from '../../letters/letter.view.js';
import { mayMove } from '../../letters/letter.states.js';
import type { Forwarding } from '../../replies/forwarding/forwarding.js';
import { fill } from '../../script/texts.js';
import type { Role } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { forwardTexts } from '../forward/forward.texts.js';
import { left } from '../forward/left.js';
import { officerName, type Ui } from '../ui.js';
import { canWork } from './offered-actions.js';

/** Whether the letter can be handed on by these roles, or has been, or is about to leave. */
export function forwardingOf(
  { letter, forwardings }: { letter: Pick<LetterView, 'state'>; forwardings: readonly Forwarding[] },
  roles: readonly Role[],
): 'possible' | 'ordered' | undefined {
  const isOpen = mayMove(letter.state, 'forwarded', ['system']);
  const state = forwardings.at(-1)?.cover.state;
  if (letter.state === 'forwarded' || (isOpen && (state === 'leaving' || state === 'to_print')))
    return 'ordered';
  return isOpen && canWork(roles) ? 'possible' : undefined;
}

/** To which body the letter was handed, when and why, and whether it came back. */
export function ForwardingList({
  ui,
  forwardings,
  letter,
}: {
  ui: Ui;
  forwardings: Forwarding[];
  letter: Pick<LetterView, 'reference'>;
}) {
  const gone = forwardings.filter(({ cover }) => cover.dispatchedAt !== null);
  if (gone.length === 0) return null;
  const texts = forwardTexts[ui.language];
  return (
    <section class="supplements" aria-label={texts.heading}>
      {gone.map(({ id, name, why, cover }) => (
        <section aria-labelledby={`forwarding-${id}`}>
          <h2 id={`forwarding-${id}`}>{left(ui.language, cover)}</h2>
          <p>
            <b>{officerName(ui, name)}</b>
          </p>
          <p>{fill(texts.reason, { why: officerName(ui, why) })}</p>
          <p>
            <a href={paths.forwarding(letter.reference)}>{texts.open}</a>
          </p>
        </section>
      ))}
    </section>
  );
}
