import { dateline, isoLocal } from '../../calendar/dates.js';
import {
  MOST_COUNTED,
  type QuarantinedMail,
  type QuarantineShelf,
} from '../../letters/inbound/quarantine.queries.js';
import { fill, type Language } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { sizeInWords } from '../letter/attachment-list.js';
import { quarantineTexts } from './quarantine.texts.js';

export const SHELVES: readonly QuarantineShelf[] = ['waiting', 'aside'];

export interface QuarantinePageProps {
  account: SignedIn;
  shelf: QuarantineShelf;
  counts: Record<QuarantineShelf, number>;
  mails: QuarantinedMail[];
  /** Where the older ones begin. */
  older: string | undefined;
  done: 'again' | 'aside' | 'gone' | undefined;
}

/** Mails that wait for a person, and those that are no letters. */
export function QuarantinePage({ account, shelf, counts, mails, older, done }: QuarantinePageProps) {
  const { language } = account;
  const texts = quarantineTexts[language];
  return (
    <OfficePage account={account} language={language} title={texts.title} active="inbox">
      <header class="page-head">
        <h1>{texts.title}</h1>
        <p class="hint">{texts.lead}</p>
      </header>
      {done && (
        <p class="note" role="status">
          {done === 'gone' ? texts.gone : texts.done[done]}
        </p>
      )}
      <nav class="languages" aria-label={texts.filter}>
        {SHELVES.map((each) => (
          <a href={`${paths.quarantine}?shelf=${each}`} aria-current={each === shelf ? 'true' : undefined}>
            {texts.shelves[each]} ({counts[each]}
            {counts[each] === MOST_COUNTED ? '+' : ''})
          </a>
        ))}
      </nav>
      <section class="card wide" aria-labelledby="list">
        <header>
          <h2 id="list">{texts.shelves[shelf]}</h2>
          <p class="hint">{texts.explained[shelf]}</p>
        </header>
        <div class="in scroll" tabIndex={0} role="group" aria-labelledby="list">
          {mails.length === 0 ? <p>{texts.none}</p> : <MailTable language={language} mails={mails} />}
        </div>
      </section>
      {older && (
        <p>
          <a rel="next" href={`${paths.quarantine}?shelf=${shelf}&before=${older}`}>
            {texts.older}
          </a>
        </p>
      )}
    </OfficePage>
  );
}

function MailTable({ language, mails }: { language: Language; mails: QuarantinedMail[] }) {
  const texts = quarantineTexts[language];
  return (
    <table>
      <thead>
        <tr>
          {[texts.received, texts.sender, texts.size, texts.why].map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => {
          const sender = mail.envelopeSender || texts.noSender;
          const when = dateline(mail.receivedAt);
          return (
            <tr>
              <td class="nw">
                <a href={paths.quarantinedMail(mail.id)} aria-label={fill(texts.openOf, { sender, when })}>
                  <time datetime={isoLocal(mail.receivedAt)}>{when}</time>
                </a>
              </td>
              <td class="any">{sender}</td>
              <td class="nw">{sizeInWords(language, mail.size)}</td>
              <td>{reasonInWords(language, mail)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function reasonInWords(language: Language, { reason }: Pick<QuarantinedMail, 'reason'>): string {
  const reasons: Record<string, string> = quarantineTexts[language].reasons;
  return reasons[reason ?? 'failed'] ?? reason!;
}
