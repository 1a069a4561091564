import { dateline } from '../../calendar/dates.js';
import type { ChangedCitation } from '../../replies/citations/changed-citations.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { canWork } from '../letter/offered-actions.js';
import type { Ui } from '../ui.js';
import { citationTexts } from './citation.texts.js';

/** For each reply that cites a release which was corrected or withdrawn since: what happened, and a way to say that it was looked at. */
export function ChangedCitations(props: {
  ui: Ui;
  reference: string;
  changed: readonly ChangedCitation[];
  query: string;
  /** The page that it stands on, and that is shown again. */
  from: 'letter' | 'reply';
}) {
  const { ui, reference, changed, query, from } = props;
  const texts = citationTexts[ui.language];
  const replies = [...new Set(changed.map(({ replyId }) => replyId))];
  return (
    <>
      {replies.map((replyId) => {
        const own = changed.filter((citation) => citation.replyId === replyId);
        const [{ replyState, dispatchedAt }] = own as [ChangedCitation];
        const isSent = replyState === 'dispatched' || replyState === 'returned';
        return (
          <form
            class="note bad"
            method="post"
            action={paths.replyPart(reference, 'citations') + query}
            data-cited={replyId}
          >
            <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
            <input type="hidden" name="reply" value={replyId} />
            <input type="hidden" name="from" value={from} />
            <Icon name="alert" />
            <div>
              <p>
                <b>
                  {isSent && dispatchedAt !== null
                    ? fill(texts.sent, { when: dateline(dispatchedAt) })
                    : texts.own}
                </b>
              </p>
              <ul>
                {own.map(({ release }) => (
                  <li>
                    <a href={paths.release(ui.language, release.slug)}>{release.title}</a>:{' '}
                    {fill(release.isWithdrawn ? texts.withdrawn : texts.corrected, {
                      when: dateline(release.changedAt!),
                    })}
                  </li>
                ))}
              </ul>
              {canWork(ui.account.roles) && (
                <div class="acts">
                  <button class="btn">{texts.reviewed}</button>
                  <span class="hint">{isSent ? texts.sentHint : texts.ownHint}</span>
                </div>
              )}
            </div>
          </form>
        );
      })}
    </>
  );
}
