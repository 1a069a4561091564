import { dateline } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, textIn } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { Absence } from '../absence.js';
import { AbsenceForm } from '../absence-form.js';
import type { Account } from '../account.entity.js';
import type { SignedIn } from '../account.js';
import { Csrf, Field, LanguageSelect, Refusals } from '../form-parts.js';
import type { OwnSession } from '../sessions.queries.js';
import type { Refusal } from '../staff-refused.js';
import { staffTexts } from '../staff.texts.js';
import { myAccountTexts } from './my-account.texts.js';

export interface MyAccountPageProps {
  account: SignedIn;
  profile: OfficeProfile;
  sessions: OwnSession[];
  /** What has just been saved. */
  done?: 'language' | 'password' | 'session' | 'absence';
  refusals?: Refusal[];
  /** The account as stored, and everybody else who can sign in. */
  own: Account;
  others: Account[];
  /** An absence as typed, when its form comes back. */
  typed?: Absence;
}

export function MyAccountPage(props: MyAccountPageProps) {
  const { account, profile, sessions, done, refusals } = props;
  const { language } = account;
  const texts = myAccountTexts[language];
  return (
    <OfficePage account={account} language={language} title={texts.title} active="account">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      {done && (
        <p class="note" role="status">
          {texts.done[done]}
        </p>
      )}
      <Refusals language={language} refusals={refusals} />
      <div class="tiles">
        <Details account={account} profile={profile} />
        <PasswordForm account={account} refusals={refusals} />
        <AbsenceForm
          language={language}
          csrfToken={account.csrfToken}
          action={paths.myAccountPart('absence')}
          owner={props.own}
          others={props.others}
          typed={props.typed}
          refusals={refusals}
        />
        <Sessions account={account} sessions={sessions} />
      </div>
    </OfficePage>
  );
}

function Details({ account, profile }: { account: SignedIn; profile: OfficeProfile }) {
  const { language } = account;
  const shared = staffTexts[language];
  const unit = profile.units.find(({ code }) => code === account.unit);
  const facts = [
    [shared.name, account.name],
    [shared.email, account.email],
    [shared.rolesLegend, account.roles.map((role) => shared.roles[role]).join('; ')],
    [shared.unit, unit ? textIn(language, unit.name) : shared.noUnit],
  ];
  return (
    <section class="card" aria-labelledby="who">
      <header>
        <h2 id="who">{myAccountTexts[language].who}</h2>
      </header>
      <div class="in">
        <dl class="pairs">
          {facts.map(([term, value]) => (
            <div>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <form class="stack" method="post" action={paths.myAccountPart('language')}>
          <Csrf token={account.csrfToken} />
          <LanguageSelect language={language} chosen={language} />
          <div class="acts">
            <button class="btn main" type="submit">
              {myAccountTexts[language].save}
            </button>
          </div>
        </form>
      </div>
    </section>
  );
}

function PasswordForm({ account, refusals }: { account: SignedIn; refusals?: Refusal[] }) {
  const texts = myAccountTexts[account.language];
  const form = { language: account.language, refusals, type: 'password' } as const;
  return (
    <section class="card" aria-labelledby="new-password">
      <header>
        <h2 id="new-password">{texts.passwordTitle}</h2>
      </header>
      <div class="in">
        <form class="stack" method="post" action={paths.myAccountPart('password')} novalidate>
          <Csrf token={account.csrfToken} />
          <Field
            {...form}
            name="currentPassword"
            label={texts.currentPassword}
            autocomplete="current-password"
          />
          <Field
            {...form}
            name="password"
            label={texts.newPassword}
            hint={staffTexts[account.language].passwordHint}
            autocomplete="new-password"
          />
          <div class="acts">
            <button class="btn main" type="submit">
              {texts.changePassword}
            </button>
          </div>
        </form>
      </div>
    </section>
  );
}

function Sessions({ account, sessions }: { account: SignedIn; sessions: OwnSession[] }) {
  const texts = myAccountTexts[account.language];
  return (
    <section class="card wide" aria-labelledby="sessions">
      <header>
        <h2 id="sessions">{texts.sessionsTitle}</h2>
        <p class="hint">{texts.sessionsLead}</p>
      </header>
      <div class="in scroll" tabIndex={0} role="group" aria-labelledby="sessions">
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.browser}</th>
              <th scope="col">{texts.since}</th>
              <th scope="col">{texts.lastSeen}</th>
              <th scope="col">{texts.action}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <SessionRow account={account} session={session} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function SessionRow({ account, session }: { account: SignedIn; session: OwnSession }) {
  const texts = myAccountTexts[account.language];
  const browser = session.userAgent || texts.unknownBrowser;
  const since = dateline(session.createdAt);
  return (
    <tr>
      <td>{browser}</td>
      <td class="nw">{since}</td>
      <td class="nw">{dateline(session.lastSeenAt)}</td>
      <td>
        {session.id === account.sessionId ? (
          texts.thisOne
        ) : (
          <form method="post" action={paths.myAccountPart('ended-sessions')}>
            <Csrf token={account.csrfToken} />
            <input type="hidden" name="session" value={session.id} />
            <button class="btn" type="submit" aria-label={fill(texts.endOf, { browser, since })}>
              {texts.end}
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
