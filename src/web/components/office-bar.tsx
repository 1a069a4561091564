import { fill, type Language } from '../../script/texts.js';
import type { Role } from '../access.js';
import { officePageTexts } from '../office-page.texts.js';
import { paths } from '../paths.js';
import { Icon } from './icon.js';
import { initialsOf } from './initials.js';

/** As much of a signed-in account as the shell shows. */
export interface OfficeAccount {
  name: string;
  roles: readonly Role[];
  csrfToken: string;
}

export type OfficePlace =
  'inbox' | 'post' | 'reconciliation' | 'newsroom' | 'accounts' | 'rules' | 'queues' | 'account';

export interface OfficeBarProps {
  account: OfficeAccount | undefined;
  language: Language;
  active?: OfficePlace;
  search?: string;
  /** The page's h1, read out and not shown. */
  heading?: string;
  /** On a phone a button opens the list of parts; pages of panes have a menu of their own. */
  menu?: boolean;
  /** Whether the page hears what changes; its script says so here. */
  live?: boolean;
}

const LETTER_ROLES: readonly Role[] = ['clerk', 'triage', 'drafter', 'approver', 'auditor'];

export function OfficeBar({ account, language, active, search, heading, menu, live }: OfficeBarProps) {
  if (account === undefined)
    return (
      <header class="bar">
        <span class="mark-name">Pismo</span>
      </header>
    );
  const texts = officePageTexts[language];
  const parts = <Parts account={account} language={language} active={active} />;
  return (
    <>
      <header class="bar">
        {menu && (
          <button
            type="button"
            class="btn plain menu menu-parts"
            popovertarget="parts"
            aria-label={texts.parts}
          >
            <Icon name="menu" />
          </button>
        )}
        <a class="mark-name" href={homeOf(account)}>
          Pismo
        </a>
        {heading !== undefined && <h1 class="sr">{heading}</h1>}
        <nav aria-label={texts.parts}>{parts}</nav>
        {readsLetters(account) && (
          <form class="find" role="search" action={paths.inbox}>
            <Icon name="search" />
            <input
              type="search"
              name="q"
              aria-label={texts.search}
              placeholder={texts.searchHint}
              autocomplete="off"
              value={search}
            />
          </form>
        )}
        {live && (
          <p class="live" id="live" hidden data-on-text={texts.live.on} data-off-text={texts.live.off}>
            <span />
          </p>
        )}
        <AccountMenu account={account} language={language} />
      </header>
      {menu && (
        <nav class="queues" id="parts" popover="auto" aria-label={texts.parts}>
          {parts}
        </nav>
      )}
    </>
  );
}

/** Whose work is letters; accounts of the press or administration alone have nothing to seek among them. */
const readsLetters = (account: OfficeAccount) => account.roles.some((role) => LETTER_ROLES.includes(role));

/** Who keeps the register of what arrives. */
const entersPost = (account: OfficeAccount) =>
  account.roles.some((role) => role === 'clerk' || role === 'triage');

const writesReleases = (account: OfficeAccount) => account.roles.includes('press');

const homeOf = (account: OfficeAccount) =>
  readsLetters(account) ? paths.inbox : writesReleases(account) ? paths.newsroom : paths.myAccount;

/** Links to the parts of the office that the account's roles open. */
function Parts({
  account,
  language,
  active,
}: {
  account: OfficeAccount;
  language: Language;
  active?: OfficePlace;
}) {
  const texts = officePageTexts[language];
  const isAdmin = account.roles.includes('admin');
  const entries: { place: OfficePlace; href: string; text: string; shown: boolean }[] = [
    { place: 'inbox', href: paths.inbox, text: texts.inbox, shown: readsLetters(account) },
    { place: 'post', href: paths.newPost, text: texts.post, shown: entersPost(account) },
    {
      place: 'newsroom',
      href: paths.newsroom,
      text: texts.newsroom,
      shown: writesReleases(account),
    },
    { place: 'accounts', href: paths.accounts, text: texts.accounts, shown: isAdmin },
    { place: 'reconciliation', href: paths.reconciliation, text: texts.reconciliation, shown: isAdmin },
    { place: 'rules', href: paths.rules, text: texts.rules, shown: isAdmin },
    { place: 'queues', href: paths.queues, text: texts.queues, shown: isAdmin },
  ];
  return (
    <ul>
      {entries
        .filter((entry) => entry.shown)
        .map((entry) => (
          <li>
            <a href={entry.href} aria-current={entry.place === active ? 'page' : undefined}>
              {entry.text}
            </a>
          </li>
        ))}
    </ul>
  );
}

/** The round button with initials; what it opens works without a script. */
function AccountMenu({ account, language }: { account: OfficeAccount; language: Language }) {
  const texts = officePageTexts[language];
  const initials = initialsOf(account.name);
  return (
    <details class="account">
      <summary class="me" aria-label={fill(texts.account, { initials, name: account.name })}>
        {initials}
      </summary>
      <div class="account__menu">
        <p class="account__name">{account.name}</p>
        <a class="btn plain" href={paths.myAccount}>
          {texts.myAccount}
        </a>
        <form method="post" action={paths.signOut} data-turbo="false">
          <input type="hidden" name="_csrf" value={account.csrfToken} />
          <button class="btn plain" type="submit">
            {texts.signOut}
          </button>
        </form>
      </div>
    </details>
  );
}
