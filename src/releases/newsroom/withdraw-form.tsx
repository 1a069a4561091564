import { paths } from '../../web/paths.js';
import { LIMITS } from './content.dto.js';
import type { DeskUi } from './desk-ui.js';
import type { DeskRow } from './newsroom.queries.js';
import { newsroomTexts } from './newsroom.texts.js';

/** Folded away: takes a release from readers, and tells them why. */
export function WithdrawForm({ ui, desk }: { ui: DeskUi; desk: DeskRow }) {
  const texts = newsroomTexts[ui.language];
  return (
    <details class="fold" id="withdraw">
      <summary>{texts.withdraw}</summary>
      <form class="stack" method="post" action={paths.newsroomPart(desk.id, 'steps')}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="do" value="withdraw" />
        <p class="hint" id="withdraw-hint">
          {texts.withdrawHint}
        </p>
        <div class="field">
          <label for="withdraw-note">{texts.withdrawNote}</label>
          <textarea
            id="withdraw-note"
            name="reason"
            rows={3}
            required
            lang="sr-Cyrl"
            maxlength={LIMITS.note}
            aria-describedby="withdraw-hint"
          />
        </div>
        <div class="field">
          <label for="withdraw-note-en">{texts.withdrawNoteEn}</label>
          <textarea id="withdraw-note-en" name="noteEn" rows={3} lang="en" maxlength={LIMITS.note} />
        </div>
        <button class="btn risk">{texts.withdrawDo}</button>
      </form>
    </details>
  );
}
