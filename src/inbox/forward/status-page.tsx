import { dateline } from '../../calendar/dates.js';
import { mayMove } from '../../letters/letter.states.js';
import { BODY_OUTCOMES, type Forwarding } from '../../replies/forwarding/forwarding.js';
import type { Reply } from '../../replies/reply.js';
import { fill, type Language } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { canWork } from '../letter/offered-actions.js';
import { LONGEST_REASON } from '../letter/reason.dto.js';
import { ReplyShell } from '../reply/reply-parts.js';
import { officerName } from '../ui.js';
import { currentOf, type ForwardPageProps, ForwardProblemNote, Papers } from './forward-parts.js';
import { forwardTexts } from './forward.texts.js';
import { left } from './left.js';

/** A forwarding that was ordered: what leaves, until when it can be stopped, what the body did. */
export function StatusPage(props: ForwardPageProps & { forwarding: Forwarding }) {
  const { ui, open, forwarding, problem } = props;
  const texts = forwardTexts[ui.language];
  const { state } = forwarding.cover;
  const mayRecall = canWork(ui.account.roles) && (state === 'leaving' || state === 'to_print');
  return (
    <ReplyShell
      props={props}
      review
      title={texts.title}
      actions={
        mayRecall && (
          <button class="btn main" form="recall-form" aria-keyshortcuts="z">
            {texts.recall} <kbd aria-hidden="true">z</kbd>
          </button>
        )
      }
    >
      <section class="out" aria-labelledby="out-heading" tabindex={0}>
        <h2 id="out-heading">{texts.out}</h2>
        <Papers ui={ui} letter={open.letter} origin={props.origin} papers={forwarding} />
      </section>
      <div class="draft">
        <h2>{texts.status}</h2>
        <ForwardProblemNote ui={ui} problem={problem} />
        <Where {...props} />
        {mayRecall && (
          <form
            id="recall-form"
            method="post"
            action={paths.forwardingPart(open.letter.reference, 'recall') + props.query}
          >
            <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
          </form>
        )}
        <Outcome {...props} />
        <Earlier {...props} />
      </div>
    </ReplyShell>
  );
}

/** No forwarding, and none to be made here and now: the page says what comes first. */
export function NoForwardingPage(props: ForwardPageProps) {
  const texts = forwardTexts[props.ui.language];
  const { state } = props.open.letter;
  const isUnsorted = state === 'received' || state === 'details_needed';
  return (
    <ReplyShell props={props} title={texts.title} actions={null}>
      <div class="draft">
        <h2>{texts.heading}</h2>
        <ForwardProblemNote ui={props.ui} problem={props.problem} />
        <p>{isUnsorted ? texts.first : texts.none}</p>
        <Earlier {...props} />
      </div>
    </ReplyShell>
  );
}

function Where({ ui, open, forwarding }: ForwardPageProps & { forwarding: Forwarding }) {
  const texts = forwardTexts[ui.language];
  const { cover } = forwarding;
  const { reference } = open.letter;
  return (
    <div class="seal">
      <p>{fill(texts.to, { name: officerName(ui, forwarding.name) })}</p>
      <p>{fill(texts.reason, { why: officerName(ui, forwarding.why) })}</p>
      {cover.state === 'leaving' && open.due && (
        <p role="status" data-refresh={String(open.due.inSeconds + 2)}>
          <b>
            {open.due.lastError === null
              ? fill(texts.leaving, { seconds: open.due.inSeconds })
              : fill(texts.stuck, { error: open.due.lastError })}
          </b>{' '}
          {texts.leavingNote}
        </p>
      )}
      {cover.state === 'to_print' && <p>{texts.toPrint}</p>}
      {cover.state === 'dispatched' && (
        <p>
          <b>{left(ui.language, cover)}</b>
        </p>
      )}
      <p>{noticeWords(ui.language, forwarding.notice)}</p>
      {cover.route === 'post' && (
        <p>
          <a class="btn" href={paths.forwardingPart(reference, 'cover.pdf')}>
            <Icon name="print" /> {texts.openPdf}
          </a>
        </p>
      )}
      {forwarding.notice?.route === 'post' && (
        <p>
          <a class="btn" href={paths.forwardingPart(reference, 'notice.pdf')}>
            <Icon name="print" /> {texts.openNotice}
          </a>
        </p>
      )}
    </div>
  );
}

function Outcome({ ui, open, query, problem }: ForwardPageProps) {
  const texts = forwardTexts[ui.language];
  if (open.letter.state !== 'forwarded' || !mayMove('forwarded', 'in_work', ui.account.roles)) return null;
  const error = problem?.errors.find(({ field }) => field === 'reason');
  return (
    <form class="seal" method="post" action={paths.forwardingPart(open.letter.reference, 'outcomes') + query}>
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <fieldset class="field">
        <legend>{texts.outcome}</legend>
        {BODY_OUTCOMES.map((outcome) => (
          <label class="check">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              checked={(problem?.values.outcome ?? 'answered') === outcome}
            />
            {texts.outcomes[outcome]}
          </label>
        ))}
      </fieldset>
      <OfficeField id="forward-reason" name="reason" label={texts.what} error={error?.message}>
        {(attributes) => (
          <textarea {...attributes} rows={3} required maxlength={LONGEST_REASON}>
            {problem?.values.reason ?? ''}
          </textarea>
        )}
      </OfficeField>
      <div class="acts">
        <button class="btn">{texts.save}</button>
      </div>
    </form>
  );
}

/** Forwardings that came to an end before the present one. */
export function Earlier({ ui, open }: ForwardPageProps) {
  const texts = forwardTexts[ui.language];
  const current = currentOf(open);
  const earlier = open.forwardings.filter(({ id }) => id !== current?.id);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier-heading">
      <h3 id="earlier-heading">{texts.earlier}</h3>
      <ul class="kept-lines">
        {earlier.map(({ name, cover }) => (
          <li>
            <b>{officerName(ui, name)}</b> {left(ui.language, cover)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function noticeWords(language: Language, notice: Reply | null): string {
  const { notice: texts, byRoute } = forwardTexts[language];
  if (notice === null) return texts.none;
  if (notice.state === 'approved') return texts.waits;
  if (notice.state === 'to_print') return texts.printed;
  if (notice.state === 'returned') return fill(texts.returned, { reason: notice.returnedReason ?? '' });
  return fill(texts.left, { when: dateline(notice.dispatchedAt!), route: byRoute[notice.route]! });
}
