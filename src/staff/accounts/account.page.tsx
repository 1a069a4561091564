import { dateline } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill } from '../../script/texts.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { Absence } from '../absence.js';
import { AbsenceForm } from '../absence-form.js';
import type { Account } from '../account.entity.js';
import type { SignedIn } from '../account.js';
import type { AccountDetails } from '../account.rules.js';
import { Csrf, Field, LanguageSelect, Refusals, RoleBoxes, UnitSelect } from '../form-parts.js';
import type { Refusal } from '../staff-refused.js';
import { staffTexts } from '../staff.texts.js';
import { accountsTexts } from './accounts.texts.js';

export interface AccountPageProps {
  /** The administrator. */
  account: SignedIn;
  profile: OfficeProfile;
  /** Whose account it is. */
  owner: Account;
  /** As typed, when the form comes back. */
  typed?: AccountDetails;
  refusals?: Refusal[];
  saved?: boolean;
  /** Who may stand in during an absence. */
  others: Account[];
  typedAbsence?: Absence;
  /** A link for a password, shown this once. */
  link?: string;
}

/** One account, as an administrator sees and changes it. */
export function AccountPage(props: AccountPageProps) {
  const { account, owner, link } = props;
  const { language } = account;
  const texts = accountsTexts[language];
  return (
    <OfficePage account={account} language={language} title={owner.name} active="accounts">
      <header class="page-head">
        <h1>{owner.name}</h1>
        <span class="mid">{owner.email}</span>
        <a class="push" href={paths.accounts}>
          {texts.back}
        </a>
      </header>
      {props.saved && (
        <p class="note" role="status">
          {texts.saved}
        </p>
      )}
      <Refusals language={language} refusals={props.refusals} />
      {link && (
        <section class="note" aria-labelledby="link-title">
          <div>
            <h2 id="link-title">{texts.linkTitle}</h2>
            <p>{fill(texts.linkLead, { name: owner.name })}</p>
            <p>
              <code class="one-time">{link}</code>
            </p>
          </div>
        </section>
      )}
      <div class="tiles">
        <DetailsForm {...props} />
        {!owner.disabledAt && (
          <AbsenceForm
            language={language}
            csrfToken={account.csrfToken}
            action={paths.accountPart(owner.id, 'absence')}
            owner={owner}
            others={props.others}
            typed={props.typedAbsence}
            refusals={props.refusals}
          />
        )}
        {owner.disabledAt ? <Enabling {...props} /> : <PasswordAndDisabling {...props} />}
      </div>
    </OfficePage>
  );
}

function DetailsForm({ account, profile, owner, typed = owner, refusals }: AccountPageProps) {
  const { language } = account;
  const texts = accountsTexts[language];
  const form = { language, refusals };
  return (
    <section class="card" aria-labelledby="details">
      <header>
        <h2 id="details">{texts.details}</h2>
      </header>
      <div class="in">
        <form class="stack" method="post" action={paths.account(owner.id)} novalidate>
          <Csrf token={account.csrfToken} />
          <Field
            {...form}
            name="name"
            label={staffTexts[language].name}
            value={typed.name}
            autocomplete="off"
          />
          <RoleBoxes {...form} chosen={typed.roles} />
          <UnitSelect language={language} profile={profile} chosen={typed.unit} />
          <LanguageSelect language={language} chosen={typed.language} />
          <div class="field">
            <label class="check">
              <input type="checkbox" name="onDuty" value="yes" checked={typed.onDuty ?? false} />
              {texts.onDuty}
            </label>
          </div>
          <div class="acts">
            <button class="btn main" type="submit">
              {texts.save}
            </button>
          </div>
        </form>
      </div>
    </section>
  );
}

function PasswordAndDisabling({ account, owner }: AccountPageProps) {
  const texts = accountsTexts[account.language];
  return (
    <>
      <Act
        account={account}
        address={paths.accountPart(owner.id, 'password-link')}
        title={texts.password}
        lead={texts.passwordLead}
        submit={texts.passwordSubmit}
      />
      <Act
        account={account}
        address={paths.accountPart(owner.id, 'disabling')}
        title={texts.disableTitle}
        lead={texts.disableLead}
        submit={texts.disable}
      />
    </>
  );
}

function Enabling({ account, owner }: AccountPageProps) {
  const texts = accountsTexts[account.language];
  return (
    <Act
      account={account}
      address={paths.accountPart(owner.id, 'enabling')}
      title={texts.enableTitle}
      lead={fill(texts.enableLead, { date: dateline(owner.disabledAt!) })}
      submit={texts.enable}
    />
  );
}

interface ActProps {
  account: SignedIn;
  address: string;
  title: string;
  lead: string;
  submit: string;
}

/** One thing to do, said before the button that does it. */
function Act({ account, address, title, lead, submit }: ActProps) {
  return (
    <section class="card">
      <header>
        <h2>{title}</h2>
      </header>
      <div class="in">
        <p>{lead}</p>
        <form class="acts" method="post" action={address}>
          <Csrf token={account.csrfToken} />
          <button class="btn" type="submit">
            {submit}
          </button>
        </form>
      </div>
    </section>
  );
}
