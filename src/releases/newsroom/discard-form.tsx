import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { DeskUi } from './desk-ui.js';
import { DISCARDED_KEPT_DAYS } from './discarded.js';
import { newsroomTexts } from './newsroom.texts.js';
import type { DeskRow } from './newsroom.queries.js';

/** Folded away, so that one click throws nothing away: gives up a draft, or the correction of what readers see. */
export function DiscardForm({ ui, desk }: { ui: DeskUi; desk: DeskRow }) {
  const [step, texts] =
    desk.publishedAt === null
      ? ['discard', newsroomTexts[ui.language].discard]
      : ['dropCorrection', newsroomTexts[ui.language].dropCorrection];
  return (
    <details class="fold" id="discard">
      <summary>{texts.ask}</summary>
      <form class="stack" method="post" action={paths.newsroomPart(desk.id, 'steps')}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="do" value={step} />
        <p class="hint" id="discard-hint">
          {fill(texts.hint, { days: DISCARDED_KEPT_DAYS })}
        </p>
        <button class="btn risk" aria-describedby="discard-hint">
          {texts.yes}
        </button>
      </form>
    </details>
  );
}
