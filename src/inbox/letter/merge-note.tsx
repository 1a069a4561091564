import { day, isoLocal } from '../../calendar/dates.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Twin } from '../../letters/merge/merge.queries.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { stateName } from '../state-name.js';
import type { Ui } from '../ui.js';
import { mergingTexts } from './merging.texts.js';

/** At the head of a merged letter: where it is worked on; at the head of the kept one: what is merged into it. */
export function MergeNote(props: { ui: Ui; letter: LetterView; twins: Twin[]; query: string }) {
  const { ui, letter, twins } = props;
  const texts = mergingTexts[ui.language];
  const link = (twin: Twin) => <TwinLink ui={ui} twin={twin} query={props.query} />;
  const [kept] = twins;
  if (letter.mergedInto !== null)
    return (
      <div class="note">
        <Icon name="pair" />
        <p>
          <b>{texts.isMerged}</b> {kept === undefined ? texts.hidden : [texts.workedOn, ' ', link(kept), '.']}
        </p>
      </div>
    );
  if (kept === undefined) return null;
  return (
    <div class="note">
      <Icon name="pair" />
      <div>
        <p>
          <b>{twins.length === 1 ? texts.keeps.one : texts.keeps.more}</b> {texts.keepsHint}
        </p>
        <ul>
          {twins.map((twin) => (
            <li>{link(twin)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

const TwinLink = ({ ui, twin, query }: { ui: Ui; twin: Twin; query: string }) => (
  <>
    <a href={paths.inboxLetter(twin.reference) + query} data-turbo-frame="letter" data-turbo-action="advance">
      <b>{twin.registerNumber ?? twin.reference}</b>
    </a>{' '}
    (<time datetime={isoLocal(twin.receivedAt)}>{day(twin.receivedAt).replace(/\.$/, '')}</time>
    {twin.isKept && (
      <>, {fill(mergingTexts[ui.language].state, { state: stateName(ui.language, twin.state) })}</>
    )}
    )
  </>
);
