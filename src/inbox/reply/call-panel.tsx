import { CALL_OUTCOMES } from '../../replies/dispatch.service.js';
import { paths } from '../../web/paths.js';
import { LONGEST_REASON } from '../letter/reason.dto.js';
import type { ReplyPageProps } from './reply-parts.js';
import { replyPageTexts } from './reply.texts.js';

/** A telephone call: its outcome and what was said. Only an answer given answers the letter. */
export function CallPanel({ ui, open: { letter }, query, problem }: ReplyPageProps) {
  if (letter.phone === null) return null;
  const texts = replyPageTexts[ui.language];
  return (
    <details class="fold" open={problem?.values.outcome !== undefined}>
      <summary>
        {texts.callHeading}: {letter.phone}
      </summary>
      <form class="seal" method="post" action={paths.replyPart(letter.reference, 'calls') + query}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <fieldset class="field">
          <legend class="legend">{texts.callOutcome}</legend>
          {CALL_OUTCOMES.map((outcome) => (
            <label class="check">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                checked={(problem?.values.outcome ?? 'answered') === outcome}
              />{' '}
              {texts.callOutcomes[outcome]}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="call-summary">{texts.callSummary}</label>
          <textarea id="call-summary" name="reason" rows={3} maxlength={LONGEST_REASON}>
            {problem?.values.reason ?? ''}
          </textarea>
        </div>
        <div class="acts">
          <button class="btn">{texts.callSave}</button>
        </div>
      </form>
    </details>
  );
}
