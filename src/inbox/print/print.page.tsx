import { dateline, isoLocal } from '../../calendar/dates.js';
import type { ToPrint } from '../../replies/replies.queries.js';
import { fill, type Language } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { attachmentPath } from '../letter/attachment-list.js';
import { printTexts } from './print.texts.js';

/** Letters for the day's post: one PDF, and one button once they are handed over. */
export function PrintPage({
  account,
  waiting,
  told,
}: {
  account: SignedIn;
  waiting: ToPrint[];
  /** What was just done, or why nothing was. */
  told: string[];
}) {
  const texts = printTexts[account.language];
  return (
    <OfficePage account={account} language={account.language} title={texts.title} active="inbox">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      {told.map((line) => (
        <p class="note" role="status">
          {line}
        </p>
      ))}
      {waiting.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <>
          <p>{texts.lead}</p>
          <p>
            <a class="btn main" href={paths.printBatch}>
              <Icon name="print" /> {fill(texts.open, { count: waiting.length })}
            </a>
          </p>
          <form method="post" action={paths.print}>
            <input type="hidden" name="_csrf" value={account.csrfToken} />
            <div class="scroll" tabindex={0} role="region" aria-label={texts.title}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{texts.posted}</th>
                    <th scope="col">{texts.number}</th>
                    <th scope="col">{texts.purpose}</th>
                    <th scope="col">{texts.recipient}</th>
                    <th scope="col">{texts.ordered}</th>
                  </tr>
                </thead>
                <tbody>
                  {waiting.map(
                    ({ replyId, purpose, reference, registerNumber, recipient, orderedAt, along }) => (
                      <tr>
                        <td>
                          <label class="check">
                            <input
                              type="checkbox"
                              name="reply"
                              value={replyId}
                              checked
                              aria-label={fill(texts.pick, { reference, purpose: texts.purposes[purpose] })}
                            />
                          </label>
                        </td>
                        <td>
                          <a
                            href={purpose === 'answer' ? paths.reply(reference) : paths.forwarding(reference)}
                          >
                            {registerNumber ?? reference}
                          </a>
                        </td>
                        <td>
                          {texts.purposes[purpose]}
                          {along.length > 0 && (
                            <Along language={account.language} {...{ reference, along }} />
                          )}
                        </td>
                        <td>{recipient.replaceAll('\n', ', ')}</td>
                        <td>
                          <time datetime={isoLocal(orderedAt)}>{dateline(orderedAt)}</time>
                        </td>
                      </tr>
                    ),
                  )}
                </tbody>
              </table>
            </div>
            <div class="acts">
              <button class="btn main">{texts.posted}</button>
            </div>
          </form>
        </>
      )}
    </OfficePage>
  );
}

/** Files that no PDF of ours holds: they are printed from their own programs. */
function Along({
  language,
  reference,
  along,
}: Pick<ToPrint, 'reference' | 'along'> & { language: Language }) {
  return (
    <>
      <br />
      {printTexts[language].along}{' '}
      {along.map(({ position, name }, index) => (
        <>
          {index > 0 && ', '}
          <a href={attachmentPath(reference, position)} download>
            {name}
          </a>
        </>
      ))}
    </>
  );
}
