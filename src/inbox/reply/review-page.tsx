import { fingerprintOf } from '../../replies/fingerprint.js';
import type { Reply } from '../../replies/reply.js';
import { mayMove } from '../../letters/letter.states.js';
import { fill, type Language } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { LONGEST_REASON } from '../letter/reason.dto.js';
import { canWork } from '../letter/offered-actions.js';
import { CallPanel } from './call-panel.js';
import { ChangedCitations } from './changed-citations.js';
import { Leaf } from './leaf.js';
import { Changes, moment, Print, Problem, type ReplyPageProps, ReplyShell, Steps } from './reply-parts.js';
import { replyPageTexts } from './reply.texts.js';

/** A reply that is read and decided on: approved, sent back, dispatched, stopped, or brought back. */
export function ReviewPage(props: ReplyPageProps & { reply: Reply }) {
  const { ui, open, reply, problem } = props;
  const texts = replyPageTexts[ui.language];
  const { roles } = ui.account;
  const mayApprove =
    reply.state === 'in_review' &&
    mayMove('in_review', 'approved', roles) &&
    !reply.drafters.includes(ui.account.id);
  const mayDispatch = mayMove('approved', 'answered', roles);
  return (
    <ReplyShell
      props={props}
      review
      actions={
        <>
          {mayApprove && (
            <button class="btn main" form="approval-form" aria-keyshortcuts="Control+Enter">
              {texts.approve} <kbd aria-hidden="true">Ctrl+↵</kbd>
            </button>
          )}
          {mayDispatch && reply.state === 'approved' && reply.route !== 'phone' && (
            <button class="btn main" form="dispatch-form" aria-keyshortcuts="Control+Enter">
              {reply.route === 'email' ? texts.dispatchEmail : texts.dispatchPost}{' '}
              <kbd aria-hidden="true">Ctrl+↵</kbd>
            </button>
          )}
          {mayDispatch && (reply.state === 'leaving' || reply.state === 'to_print') && (
            <button class="btn main" form="recall-form" aria-keyshortcuts="z">
              {texts.recall} <kbd aria-hidden="true">z</kbd>
            </button>
          )}
        </>
      }
    >
      <section class="out" aria-labelledby="out-heading" tabindex={0}>
        <h2 id="out-heading">{fill(texts.outTo, { recipient: reply.recipient.replaceAll('\n', ', ') })}</h2>
        <Leaf ui={ui} letter={open.letter} content={reply} origin={props.origin} />
      </section>
      <div class="draft">
        <h2>{texts.decision}</h2>
        <Problem ui={ui} problem={problem} />
        <Steps ui={ui} open={open} />
        <ChangedCitations {...props} reference={open.letter.reference} from="reply" />
        <Where {...props} />
        {reply.state === 'in_review' && reply.reviewed && (
          <section aria-labelledby="changes-heading">
            <h3 id="changes-heading">{texts.changes}</h3>
            <Changes from={reply.reviewed} to={reply} />
          </section>
        )}
        {mayApprove && <Decision {...props} />}
        {reply.state === 'in_review' && !mayApprove && <p class="hint">{texts.onlyOthers}</p>}
        {mayApprove && <p class="hint">{texts.approverHint}</p>}
        {mayDispatch && <DispatchForms {...props} />}
        {canWork(roles) && reply.state === 'approved' && <CallPanel {...props} />}
      </div>
    </ReplyShell>
  );
}

/** In which state the reply is, whose it is, and what its fingerprint is. */
function Where({ ui, open, reply, names }: ReplyPageProps & { reply: Reply }) {
  const texts = replyPageTexts[ui.language];
  const fingerprint = fingerprintOf(reply);
  const drafters = reply.drafters.map((id) => names.get(id) ?? '').join(', ');
  const sentence =
    reply.state === 'in_review'
      ? texts.approving
      : reply.fingerprint
        ? texts.approvedPrint
        : texts.notYetApproved;
  return (
    <div class="seal">
      <p>
        <Print sentence={sentence} fingerprint={fingerprint} />
      </p>
      <p class="hint">
        {fill(texts.approvingOf, {
          count: reply.attachments.length,
          who: drafters,
          when: moment(reply.submittedAt ?? reply.updatedAt),
        })}{' '}
        {reply.approvedBy &&
          fill(texts.approvedBy, {
            who: names.get(reply.approvedBy) ?? '',
            when: moment(reply.approvedAt!),
          })}
      </p>
      {reply.state === 'leaving' && open.due && (
        <p role="status" data-refresh={String(open.due.inSeconds + 2)}>
          <b>
            {open.due.lastError === null
              ? fill(texts.leaving, { seconds: open.due.inSeconds })
              : fill(texts.stuck, { error: open.due.lastError })}
          </b>{' '}
          {texts.leavingNote}
        </p>
      )}
      {reply.state === 'to_print' && (
        <p>
          <b>{texts.toPrint}</b>
        </p>
      )}
      {reply.state === 'dispatched' && (
        <p>
          <b>
            {fill(texts.sentOn, { when: moment(reply.dispatchedAt!), route: routeWord(ui.language, reply) })}
          </b>
        </p>
      )}
      {reply.state === 'returned' && (
        <p>
          <b>
            {fill(texts.returnedOn, {
              when: moment(reply.dispatchedAt!),
              reason: reply.returnedReason ?? '',
            })}
          </b>
        </p>
      )}
      {reply.attachments.length > 0 && (
        <ul class="kept-lines">
          {reply.attachments.map(({ name, sha256 }) => (
            <li>
              <a
                class="clip"
                download
                href={`${paths.replyPart(open.letter.reference, 'attachments')}/${reply.id}/${sha256}`}
              >
                <Icon name="clip" />
                <span class="clip-name">{name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Decision({ ui, open, reply, query, problem }: ReplyPageProps & { reply: Reply }) {
  const texts = replyPageTexts[ui.language];
  return (
    <>
      <form
        id="approval-form"
        method="post"
        action={paths.replyPart(open.letter.reference, 'approval') + query}
      >
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="fingerprint" value={fingerprintOf(reply)} />
      </form>
      <form class="seal" method="post" action={paths.replyPart(open.letter.reference, 'returns') + query}>
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <div class="field">
          <label for="return-reason">{texts.sendBackWhy}</label>
          <p class="hint" id="return-hint">
            {texts.sendBackHint}
          </p>
          <textarea
            id="return-reason"
            name="reason"
            rows={4}
            required
            maxlength={LONGEST_REASON}
            aria-describedby="return-hint"
          >
            {problem?.values.reason ?? ''}
          </textarea>
        </div>
        <div class="acts">
          <button class="btn">{texts.sendBack}</button>
        </div>
      </form>
    </>
  );
}

function DispatchForms({ ui, open, reply, query }: ReplyPageProps & { reply: Reply }) {
  const texts = replyPageTexts[ui.language];
  const { reference } = open.letter;
  const csrf = <input type="hidden" name="_csrf" value={ui.account.csrfToken} />;
  return (
    <>
      {reply.state === 'approved' && (
        <>
          <form id="dispatch-form" method="post" action={paths.replyPart(reference, 'dispatch') + query}>
            {csrf}
            <input type="hidden" name="fingerprint" value={reply.fingerprint!} />
          </form>
          {canWork(ui.account.roles) && (
            <p>
              <a class="btn" href={`${paths.reply(reference)}${query === '' ? '?' : `${query}&`}edit=yes`}>
                {texts.edit}
              </a>
            </p>
          )}
        </>
      )}
      {(reply.state === 'leaving' || reply.state === 'to_print') && (
        <form id="recall-form" method="post" action={paths.replyPart(reference, 'recall') + query}>
          {csrf}
        </form>
      )}
      {reply.state === 'to_print' && (
        <p>
          <a class="btn" href={paths.replyPart(reference, 'letter.pdf')}>
            <Icon name="print" /> {texts.print1}
          </a>
        </p>
      )}
      {reply.state === 'dispatched' && reply.route === 'post' && (
        <details class="fold">
          <summary>{texts.envelope}</summary>
          <form class="seal" method="post" action={paths.replyPart(reference, 'envelopes') + query}>
            {csrf}
            <div class="field">
              <label for="envelope-reason">{texts.envelopeReason}</label>
              <input id="envelope-reason" name="reason" required maxlength={LONGEST_REASON} />
            </div>
            <div class="acts">
              <button class="btn">{texts.envelope}</button>
            </div>
          </form>
        </details>
      )}
    </>
  );
}

const routeWord = (language: Language, { route, recipient }: Reply) =>
  fill(replyPageTexts[language].routes[route], { recipient: recipient.replaceAll('\n', ', ') });
