import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { RELEASE_STATES } from '../release.states.js';
import { fingerprintOf } from './content.js';
import { LIMITS } from './content.dto.js';
import type { DeskUi } from './desk-ui.js';
import { newsroomTexts } from './newsroom.texts.js';
import type { DeskRow } from './newsroom.queries.js';
import { plannedTime } from './planned-time.js';
import type { ReadPageProps } from './read-page-props.js';
import { Barred } from './barred.js';
import { maySecond } from './four-eyes.js';

/** What this officer may decide now. */
export function Decision(props: ReadPageProps) {
  const { ui, desk, content } = props;
  const texts = newsroomTexts[ui.language];
  const { draft } = desk;
  if (draft === null)
    return RELEASE_STATES[desk.state].isPublic ? (
      <StepForm ui={ui} desk={desk} step="correct" label={texts.correct} />
    ) : null;
  if (desk.state === 'discarded')
    return <StepForm ui={ui} desk={desk} step="restore" label={texts.restore} />;
  if (desk.state === 'scheduled')
    return <StepForm ui={ui} desk={desk} step="takeBack" label={texts.takeBack} />;
  const planned = plannedTime(content.planned, ui.profile.timeZone, new Date());
  const fingerprint = fingerprintOf(content);
  const isCorrection = desk.publishedAt !== null;
  return (
    <>
      {maySecond(draft, ui.account.id) ? (
        <div class="acts">
          {!isCorrection && planned.kind === 'at' && (
            <StepForm
              ui={ui}
              desk={desk}
              step="schedule"
              label={fill(texts.schedule, { when: content.planned })}
              fingerprint={fingerprint}
            />
          )}
          <StepForm
            ui={ui}
            desk={desk}
            step="publish"
            label={isCorrection ? texts.approveCorrection : texts.publishNow}
            fingerprint={fingerprint}
          />
        </div>
      ) : (
        <Barred {...props} draft={draft} />
      )}
      <div class="acts">
        <StepForm ui={ui} desk={desk} step="takeBack" label={texts.takeBack} />
      </div>
      <SendBack ui={ui} desk={desk} />
    </>
  );
}

/** A form of one button. */
export const StepForm = ({
  ui,
  desk,
  step,
  label,
  fingerprint,
}: {
  ui: DeskUi;
  desk: DeskRow;
  step: string;
  label: string;
  fingerprint?: string;
}) => (
  <form id={`${step}-form`} method="post" action={paths.newsroomPart(desk.id, 'steps')}>
    <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
    <input type="hidden" name="do" value={step} />
    {fingerprint !== undefined && <input type="hidden" name="fingerprint" value={fingerprint} />}
    <button class="btn">{label}</button>
  </form>
);

function SendBack({ ui, desk }: { ui: DeskUi; desk: DeskRow }) {
  const texts = newsroomTexts[ui.language];
  return (
    <form class="stack" method="post" action={paths.newsroomPart(desk.id, 'steps')}>
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="do" value="sendBack" />
      <div class="field">
        <label for="return-reason">{texts.reason}</label>
        <textarea id="return-reason" name="reason" rows={2} required maxlength={LIMITS.note} />
      </div>
      <button class="btn">{texts.sendBack}</button>
    </form>
  );
}
