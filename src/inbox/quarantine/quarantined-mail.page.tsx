import { dateline, isoLocal } from '../../calendar/dates.js';
import type { OpenedMail } from '../../letters/inbound/quarantine.service.js';
import type { SignedIn } from '../../staff/account.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { sizeInWords } from '../letter/attachment-list.js';
import { reasonInWords } from './quarantine.page.js';
import { quarantineTexts } from './quarantine.texts.js';

/** Headers that say what a mail is; the rest is in the download. */
const SHOWN = ['subject', 'from', 'to', 'date', 'message-id', 'content-type', 'auto-submitted'];
const LONGEST_SHOWN = 300;

export interface QuarantinedMailPageProps extends OpenedMail {
  account: SignedIn;
  names: ReadonlyMap<string, string>;
  /** Whether this account may decide what becomes of it. */
  mayAct: boolean;
}

/** One mail that is no letter: what is known of it without trusting it, and what can be done. */
export function QuarantinedMailPage(props: QuarantinedMailPageProps) {
  const { account, mail, mayAct } = props;
  const { language } = account;
  const texts = quarantineTexts[language];
  const facts: [string, string][] = [
    [texts.why, reasonInWords(language, mail)],
    [texts.sender, mail.envelopeSender || texts.noSender],
    [texts.recipient, mail.envelopeRecipient],
    [texts.size, sizeInWords(language, mail.size)],
    [texts.fingerprint, mail.sha256],
    ...(mail.lastError === null
      ? []
      : ([
          [texts.tries, String(mail.attempts)],
          [texts.lastError, mail.lastError],
        ] satisfies [string, string][])),
  ];
  return (
    <OfficePage account={account} language={language} title={texts.mail} active="inbox">
      <header class="page-head">
        <p>
          <a href={paths.quarantine}>{texts.all}</a>
        </p>
        <h1>{texts.mail}</h1>
        <p class="hint">
          <time datetime={isoLocal(mail.receivedAt)}>{dateline(mail.receivedAt)}</time>
        </p>
      </header>
      <div class="note">
        <Icon name="alert" />
        <p>{texts.careful}</p>
      </div>
      <section class="card wide" aria-label={texts.mail}>
        <div class="in stack">
          <Facts facts={facts} />
          <div class="acts">
            <a class="btn" href={paths.quarantinedMailPart(mail.id, 'raw')} download data-turbo="false">
              {texts.raw}
            </a>
            {mayAct && <Act {...props} to="again" text={texts.again} />}
            {mayAct && mail.state !== 'aside' && <Act {...props} to="aside" text={texts.putAside} />}
          </div>
        </div>
      </section>
      <Headers {...props} />
      <History {...props} />
    </OfficePage>
  );
}

function Act({
  account,
  mail,
  to,
  text,
}: QuarantinedMailPageProps & { to: 'again' | 'aside'; text: string }) {
  return (
    <form method="post" action={paths.quarantinedMailPart(mail.id, to)}>
      <input type="hidden" name="_csrf" value={account.csrfToken} />
      <button class="btn" type="submit">
        {text}
      </button>
    </form>
  );
}

const Facts = ({ facts }: { facts: [string, string][] }) => (
  <table>
    <tbody>
      {facts.map(([name, value]) => (
        <tr>
          <th scope="row">{name}</th>
          <td class="any">{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

function Headers({ account, headers }: QuarantinedMailPageProps) {
  const texts = quarantineTexts[account.language];
  const shown = headers.filter(({ name }) => SHOWN.includes(name)).slice(0, 20);
  return (
    <section class="card wide" aria-labelledby="headers">
      <header>
        <h2 id="headers">{texts.headers}</h2>
      </header>
      <div class="in">
        {shown.length === 0 ? (
          <p>{texts.noHeaders}</p>
        ) : (
          <Facts
            facts={shown.map(({ name, value }) => [name, value.slice(0, LONGEST_SHOWN).toWellFormed()])}
          />
        )}
      </div>
    </section>
  );
}

function History({ account, events, names }: QuarantinedMailPageProps) {
  const texts = quarantineTexts[account.language];
  return (
    <section class="card wide" aria-labelledby="history">
      <header>
        <h2 id="history">{texts.history}</h2>
      </header>
      <div class="in">
        <ul>
          {events.map(({ at, kind, accountId }) => (
            <li>
              <time datetime={isoLocal(at)}>{dateline(at)}</time> {texts.events[kind]} (
              {accountId === null ? texts.program : (names.get(accountId) ?? accountId)})
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
