import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { moveFrom, RELEASE_STATES } from '../release.states.js';
import { Changes } from './changes.js';
import { fingerprintOf } from './content.js';
import { Decision } from './decision.js';
import { erasedAt } from './discarded.js';
import { DeskShell } from './desk-shell.js';
import { inUiScript, uiScript, when } from './desk-ui.js';
import { LinksPanel } from './links-panel.js';
import { newsroomTexts } from './newsroom.texts.js';
import { plannedTime } from './planned-time.js';
import { PreviewPane, Print } from './preview-pane.js';
import { maySecond } from './four-eyes.js';
import { WithdrawForm } from './withdraw-form.js';
import type { ReadPageProps } from './read-page-props.js';

/** A release that is read and decided on: published, scheduled, sent back, corrected, withdrawn. */
export function ReadPage(props: ReadPageProps) {
  const { ui, desk, content, problem } = props;
  const texts = newsroomTexts[ui.language];
  return (
    <DeskShell
      props={props}
      title={content.sr.title || texts.untitled}
      isRead
      actions={<Actions {...props} />}
    >
      <PreviewPane {...props} />
      <section class="draft" aria-labelledby="decision-heading">
        <h2 id="decision-heading">{texts.decision}</h2>
        {problem !== undefined && (
          <div class="note bad" role="alert" id="problem" tabindex={-1}>
            <Icon name="alert" />
            <p>
              <b>{texts.refusedTitle}.</b> {problem.message}
            </p>
          </div>
        )}
        <Where {...props} />
        {props.shown !== undefined && (
          <section aria-labelledby="changes-heading">
            <h3 id="changes-heading">{texts.changes}</h3>
            <Changes ui={ui} from={props.shown} to={content} />
          </section>
        )}
        <Decision {...props} />
        {desk.draft !== null && desk.publishedAt === null && desk.state !== 'discarded' && (
          <LinksPanel {...props} />
        )}
        {moveFrom(desk.state, 'withdraw') !== undefined && <WithdrawForm ui={ui} desk={desk} />}
        <div class="acts">
          <a class="btn" href={paths.newsroomPart(desk.id, 'history')}>
            {texts.history}
          </a>
          {RELEASE_STATES[desk.state].isPublic && (
            <a class="btn" href={paths.release(ui.language, desk.slug)}>
              {texts.open}
            </a>
          )}
        </div>
      </section>
    </DeskShell>
  );
}

/** The one step that is asked for now, also by Ctrl+Enter. */
function Actions({ ui, desk, content }: ReadPageProps) {
  const texts = newsroomTexts[ui.language];
  const { draft } = desk;
  const isPlanned = plannedTime(content.planned, ui.profile.timeZone, new Date()).kind === 'at';
  const main = (form: string, label: string) => (
    <button class="btn main" form={form} aria-keyshortcuts="Control+Enter">
      {label} <kbd aria-hidden="true">Ctrl+↵</kbd>
    </button>
  );
  if (draft === null)
    return RELEASE_STATES[desk.state].isPublic ? (
      <button class="btn" form="correct-form">
        {texts.correct}
      </button>
    ) : null;
  if (desk.state === 'discarded') return main('restore-form', texts.restore);
  if (desk.state === 'scheduled' || !maySecond(draft, ui.account.id)) return null;
  if (desk.publishedAt !== null) return main('publish-form', texts.approveCorrection);
  return isPlanned
    ? main('schedule-form', fill(texts.schedule, { when: content.planned }))
    : main('publish-form', texts.publishNow);
}

/** In which state the release is, and who brought it there. */
function Where({ ui, desk, content, names }: ReadPageProps) {
  const texts = newsroomTexts[ui.language];
  const { draft, withdrawnAt } = desk;
  const name = (id: string | null) => inUiScript(ui, names.get(id ?? '') ?? '');
  return (
    <>
      {desk.isEmergency && (
        <p class="note bad">
          <Icon name="alert" /> {texts.isEmergency}
        </p>
      )}
      {withdrawnAt !== null && (
        <p class="note" lang={uiScript(ui)}>
          {fill(texts.withdrawnOn, {
            when: when(ui, withdrawnAt),
            note: inUiScript(ui, desk.withdrawalSr ?? ''),
          })}
        </p>
      )}
      {draft?.submittedAt && desk.state !== 'scheduled' && (
        <p>
          <Print
            sentence={fill(texts.submittedBy, {
              who: name(draft.submittedBy),
              when: when(ui, draft.submittedAt),
              print: '{print}',
            })}
            fingerprint={fingerprintOf(content)}
          />
        </p>
      )}
      {desk.discardedAt !== null && (
        <p class="note">{fill(texts.isDiscarded, { when: when(ui, erasedAt(desk.discardedAt)) })}</p>
      )}
      {desk.goesOutAt !== null && (
        <p>{fill(texts.approvedBy, { who: name(desk.approvedBy), when: when(ui, desk.goesOutAt) })}</p>
      )}
      {desk.publishingFailed && <p class="note bad">{texts.publishingFailed}</p>}
    </>
  );
}
