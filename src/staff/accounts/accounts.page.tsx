import { dateline } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { Account } from '../account.entity.js';
import type { SignedIn } from '../account.js';
import type { AccountDetails } from '../account.rules.js';
import { Csrf, Field, LanguageSelect, Refusals, RoleBoxes, UnitSelect } from '../form-parts.js';
import type { Refusal } from '../staff-refused.js';
import { staffTexts } from '../staff.texts.js';
import { accountsTexts } from './accounts.texts.js';

/** A new account as typed; kept when the form comes back. */
export type TypedAccount = AccountDetails & { email: string };

interface AccountsPageProps {
  account: SignedIn;
  profile: OfficeProfile;
  accounts: Account[];
  typed?: TypedAccount;
  refusals?: Refusal[];
}

/** Everybody who may sign in, and a form for the next one. */
export function AccountsPage({ account, profile, accounts, typed, refusals }: AccountsPageProps) {
  const { language } = account;
  const texts = accountsTexts[language];
  return (
    <OfficePage account={account} language={language} title={texts.title} active="accounts">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      <Refusals language={language} refusals={refusals} />
      <div class="tiles">
        <section class="card wide" aria-labelledby="list">
          <header>
            <h2 id="list">{texts.list}</h2>
          </header>
          <div class="in scroll" tabIndex={0} role="group" aria-labelledby="list">
            <AccountTable language={language} profile={profile} accounts={accounts} />
          </div>
        </section>
        <NewAccount account={account} profile={profile} typed={typed} refusals={refusals} />
      </div>
    </OfficePage>
  );
}

function AccountTable({
  language,
  profile,
  accounts,
}: {
  language: Language;
  profile: OfficeProfile;
  accounts: Account[];
}) {
  const texts = accountsTexts[language];
  const shared = staffTexts[language];
  const unitOf = (code: string | null) => profile.units.find((unit) => unit.code === code);
  return (
    <table>
      <thead>
        <tr>
          {[shared.name, shared.email, shared.rolesLegend, shared.unit, texts.state, texts.lastSignedIn].map(
            (text) => (
              <th scope="col">{text}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {accounts.map((each) => {
          const unit = unitOf(each.unit);
          return (
            <tr>
              <th scope="row">
                <a href={paths.account(each.id)}>{each.name}</a>
              </th>
              <td>{each.email}</td>
              <td>{each.roles.map((role) => shared.roles[role]).join('; ')}</td>
              <td>{unit && textIn(language, unit.name)}</td>
              <td>{texts.states[stateOf(each)]}</td>
              <td class="nw">{each.lastSignedInAt ? dateline(each.lastSignedInAt) : texts.never}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function NewAccount({ account, profile, typed, refusals }: Omit<AccountsPageProps, 'accounts'>) {
  const { language } = account;
  const texts = accountsTexts[language];
  const shared = staffTexts[language];
  const form = { language, refusals };
  return (
    <section class="card wide" aria-labelledby="add">
      <header>
        <h2 id="add">{texts.add}</h2>
        <p class="hint">{texts.addLead}</p>
      </header>
      <div class="in">
        <form class="tiles two" method="post" action={paths.accounts} novalidate>
          <div class="stack">
            <Csrf token={account.csrfToken} />
            <Field {...form} name="name" label={shared.name} value={typed?.name} autocomplete="off" />
            <Field
              {...form}
              name="email"
              type="email"
              label={shared.email}
              value={typed?.email}
              autocomplete="off"
            />
            <UnitSelect language={language} profile={profile} chosen={typed?.unit ?? null} />
            <LanguageSelect language={language} chosen={typed?.language ?? language} />
          </div>
          <RoleBoxes {...form} chosen={typed?.roles ?? []} />
          <div class="acts wide">
            <button class="btn main" type="submit">
              {texts.addSubmit}
            </button>
          </div>
        </form>
      </div>
    </section>
  );
}

/** What keeps an account from signing in, if anything. */
export function stateOf(account: Account): 'active' | 'no-password' | 'disabled' {
  if (account.disabledAt) return 'disabled';
  return account.passwordHash === null ? 'no-password' : 'active';
}
