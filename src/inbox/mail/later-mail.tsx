import { dateline, isoLocal } from '../../calendar/dates.js';
import type { LaterMail } from '../../letters/inbound/letter-mail.queries.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { NotOfferedList } from './letter-mail.js';
import { mailTexts } from './mail.texts.js';

interface OfMail {
  ui: Ui;
  reference: string;
}

/** Of an e-mail that joined the letter: what of it is not shown above, and its bytes. */
export function LaterMailParts({ ui, reference, mail }: OfMail & { mail: LaterMail | undefined }) {
  if (mail === undefined) return null;
  const texts = mailTexts[ui.language];
  return (
    <>
      {mail.facts?.isCut && <p>{texts.cut}</p>}
      {mail.facts?.seal && <p>{texts.seals[mail.facts.seal]}</p>}
      <NotOfferedList ui={ui} notOffered={mail.facts?.notOffered ?? []} />
      <p class="acts">
        <RawLink {...{ ui, reference, mail }} />
      </p>
    </>
  );
}

/** What machines wrote about the office's e-mails: automatic answers and reports of delivery, folded away. */
export function MachineMails({ ui, reference, mails }: OfMail & { mails: readonly LaterMail[] }) {
  const machines = mails.filter(({ supplementId }) => supplementId === null);
  if (machines.length === 0) return null;
  const texts = mailTexts[ui.language];
  return (
    <details class="fold">
      <summary>{fill(texts.later, { count: machines.length })}</summary>
      <ul>
        {machines.map((mail) => (
          <li class="one">
            <time datetime={isoLocal(mail.receivedAt)}>{dateline(mail.receivedAt)}</time>{' '}
            {texts.laterKinds[mail.reason ?? ''] ?? mail.reason} <RawLink {...{ ui, reference, mail }} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function RawLink({ ui, reference, mail }: OfMail & { mail: LaterMail }) {
  const texts = mailTexts[ui.language];
  return (
    <a
      class="btn"
      href={paths.inboxLaterMail(reference, mail.id)}
      aria-label={fill(texts.laterRaw, { when: dateline(mail.receivedAt) })}
      download
      data-turbo="false"
    >
      {texts.raw}
    </a>
  );
}
