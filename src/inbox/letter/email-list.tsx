import { day, isoLocal } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import type { EmailAbout } from '../../mail/outgoing-email.queries.js';
import { letterTexts } from './letter.texts.js';

export const retryPath = (reference: string, email: string) =>
  `${paths.inboxLetter(reference)}/emails/${email}/retry`;

/** The e-mails that the office owes or sent about the letter; a failed one can be tried again. */
export function EmailList({
  ui,
  reference,
  emails,
  query,
}: {
  ui: Ui;
  reference: string;
  emails: (EmailAbout & { mayRetry: boolean })[];
  query: string;
}) {
  if (emails.length === 0) return null;
  const texts = letterTexts[ui.language].emails;
  const kinds: Record<string, string> = texts.kinds;
  return (
    <section class="mailings" aria-labelledby="emails-heading">
      <h2 id="emails-heading">{texts.heading}</h2>
      <ul>
        {emails.map((email) => {
          const kind = kinds[email.kind] ?? texts.kinds.other;
          const isFailed = email.state === 'failed';
          const reason = email.smtpAnswer ?? email.lastError;
          return (
            <li>
              <span class={isFailed ? 'no' : 'ok'}>
                <Icon name={isFailed ? 'alert' : email.state === 'sent' ? 'check' : 'clock'} />
              </span>
              <span>
                <b>{kind}</b> <span class={isFailed ? 'late' : undefined}>{texts.states[email.state]}</span>{' '}
                {fill(texts.to, { recipient: email.recipient })}
                {email.sentAt !== null && (
                  <>
                    {', '}
                    <time datetime={isoLocal(email.sentAt)}>{day(email.sentAt)}</time>
                  </>
                )}
                {email.resends > 0 && `, ${fill(texts.resent, { count: email.resends })}`}
                {(isFailed || email.state === 'suppressed') && reason && (
                  <span class="hint">{fill(texts.answer, { answer: reason })}</span>
                )}
              </span>
              {email.mayRetry && (
                <form method="post" action={retryPath(reference, email.id) + query}>
                  <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
                  <button class="btn" aria-label={fill(texts.retryOf, { kind })}>
                    {texts.retry}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
