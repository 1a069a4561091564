import { dateline, isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { SuppressedAddress } from '../brakes.queries.js';
import type { OfficeAccount } from '../office-account.js';
import { masked } from './masked.js';
import {
  type countEmails,
  type ListedEmail,
  MOST_COUNTED,
  SHOWN_STATES,
  type ShownState,
} from './outgoing.queries.js';
import { outgoingTexts } from './outgoing.texts.js';

export interface OutgoingPageProps {
  account: OfficeAccount;
  state: ShownState;
  counts: Awaited<ReturnType<typeof countEmails>>;
  emails: ListedEmail[];
  /** Beside what was held back: the addresses that get no automated mail for now. */
  resting: SuppressedAddress[] | undefined;
  /** Where the older ones begin. */
  older: string | undefined;
  outcome: 'done' | 'notFailed' | undefined;
  /** Whether failed e-mails of a kind are tried again. */
  mayRetry(kind: string): boolean;
}

/** What the office owes by e-mail, and what did not leave, with a way to try again. */
export function OutgoingPage(props: OutgoingPageProps) {
  const { account, state, emails, resting, older, outcome } = props;
  const { language } = account;
  const texts = outgoingTexts[language];
  return (
    <OfficePage account={account} language={language} title={texts.title}>
      <header class="page-head">
        <h1>{texts.title}</h1>
        <p class="hint">{texts.lead}</p>
        <a href={paths.emailKinds}>{texts.kinds}</a>
      </header>
      {outcome && (
        <p class="note" role="status">
          {texts[outcome]}
        </p>
      )}
      <StateLinks {...props} />
      <section class="card wide" aria-labelledby="list">
        <header>
          <h2 id="list">{texts.states[state]}</h2>
          <p class="hint">{texts.explained[state]}</p>
        </header>
        <div class="in scroll" tabIndex={0} role="group" aria-labelledby="list">
          {emails.length === 0 ? <p>{texts.none}</p> : <EmailTable {...props} />}
        </div>
      </section>
      {older && (
        <p>
          <a rel="next" href={`${paths.outgoingEmails}?state=${state}&before=${older}`}>
            {texts.older}
          </a>
        </p>
      )}
      {resting && <RestingAddresses account={account} resting={resting} />}
    </OfficePage>
  );
}

function RestingAddresses({ account, resting }: { account: OfficeAccount; resting: SuppressedAddress[] }) {
  const texts = outgoingTexts[account.language];
  const shown = (text: string) => (seesRecipients(account) ? text : masked(text));
  return (
    <section class="card wide" aria-labelledby="resting">
      <header>
        <h2 id="resting">{texts.resting}</h2>
        <p class="hint">{texts.restingHint}</p>
      </header>
      <div class="in scroll" tabIndex={0} role="group" aria-labelledby="resting">
        {resting.length === 0 ? (
          <p>{texts.noneResting}</p>
        ) : (
          <table>
            <thead>
              <tr>
                {[texts.address, texts.until, texts.said].map((text) => (
                  <th scope="col">{text}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {resting.map(({ address, until, reason }) => (
                <tr>
                  <th scope="row">{shown(address)}</th>
                  <Moment at={until} />
                  <td>{shown(reason)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

function StateLinks({ account, state, counts }: OutgoingPageProps) {
  const texts = outgoingTexts[account.language];
  return (
    <nav class="languages" aria-label={texts.filter}>
      {SHOWN_STATES.map((each) => (
        <a href={`${paths.outgoingEmails}?state=${each}`} aria-current={each === state ? 'true' : undefined}>
          {texts.states[each]}
          {each !== 'sent' && ` (${counts[each]}${counts[each] === MOST_COUNTED ? '+' : ''})`}
        </a>
      ))}
    </nav>
  );
}

function EmailTable({ account, state, emails, mayRetry }: OutgoingPageProps) {
  const texts = outgoingTexts[account.language];
  const when = state === 'pending' || state === 'sent' ? texts.when[state] : undefined;
  const isBusy = state === 'failed';
  return (
    <table>
      <thead>
        <tr>
          {[texts.kind, texts.about, texts.recipient, texts.created, when, texts.tries, texts.why]
            .filter((text) => text !== undefined)
            .map((text) => (
              <th scope="col">{text}</th>
            ))}
          {isBusy && <td />}
        </tr>
      </thead>
      <tbody>
        {emails.map((email) => (
          <EmailRow {...{ account, state, email, mayRetry }} />
        ))}
      </tbody>
    </table>
  );
}

/** Who only administers accounts and machines need not know who wrote to the office. */
const seesRecipients = ({ roles }: OfficeAccount) =>
  roles.some((role) => role === 'clerk' || role === 'triage');

function EmailRow({
  account,
  state,
  email,
  mayRetry,
}: {
  account: OfficeAccount;
  state: ShownState;
  email: ListedEmail;
  mayRetry: (kind: string) => boolean;
}) {
  const texts = outgoingTexts[account.language];
  const shown = (text: string) => (seesRecipients(account) ? text : masked(text));
  const when = state === 'pending' ? email.dueAt : email.sentAt;
  const why = email.lastError ?? email.smtpAnswer;
  return (
    <tr>
      <th scope="row">{email.kind}</th>
      <td>{email.subjectId}</td>
      <td>{shown(email.recipient)}</td>
      <Moment at={email.createdAt} />
      {(state === 'pending' || state === 'sent') && <Moment at={when} />}
      <td class="num">{email.attempts}</td>
      <td>
        {why && shown(why)}
        {email.resends > 0 && ` (${fill(texts.resent, { count: email.resends })})`}
      </td>
      {state === 'failed' && !mayRetry(email.kind) && <td>{texts.anew}</td>}
      {state === 'failed' && mayRetry(email.kind) && (
        <td>
          <form method="post" action={paths.outgoingEmailRetry(email.id)}>
            <input type="hidden" name="_csrf" value={account.csrfToken} />
            <button
              class="btn"
              type="submit"
              aria-label={fill(texts.retryOf, { kind: email.kind, recipient: shown(email.recipient) })}
            >
              {texts.retry}
            </button>
          </form>
        </td>
      )}
    </tr>
  );
}

const Moment = ({ at }: { at: Date | null }) => (
  <td class="nw">{at && <time datetime={isoLocal(at)}>{dateline(at)}</time>}</td>
);
