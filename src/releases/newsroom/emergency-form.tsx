import { paths } from '../../web/paths.js';
import { LIMITS } from './content.dto.js';
import type { DeskUi } from './desk-ui.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';

/** Publication by one officer alone, folded away: it takes a reason and flags the release for ever. */
export function EmergencyForm({ ui, desk, fingerprint }: { ui: DeskUi; desk: DeskRow; fingerprint: string }) {
  const texts = newsroomTexts[ui.language];
  return (
    <details class="fold" id="emergency">
      <summary>{texts.emergency}</summary>
      <form class="stack" method="post" action={paths.newsroomPart(desk.id, 'steps')}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="do" value="emergency" />
        <input type="hidden" name="fingerprint" value={fingerprint} />
        <div class="field">
          <label for="emergency-reason">{texts.reason}</label>
          <p class="hint" id="emergency-hint">
            {texts.emergencyHint}
          </p>
          <textarea
            id="emergency-reason"
            name="reason"
            rows={2}
            required
            maxlength={LIMITS.note}
            aria-describedby="emergency-hint"
          />
        </div>
        <button class="btn risk">{texts.emergencyDo}</button>
      </form>
    </details>
  );
}
