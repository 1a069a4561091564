import type { LetterView } from '../../letters/letter.view.js';
import { markdownToHtml } from '../../releases/markdown.js';
import type { Reply } from '../../replies/reply.js';
import { dateline } from '../../calendar/dates.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { replyPageTexts } from '../reply/reply.texts.js';
import type { Ui } from '../ui.js';

/** What the office answered, each reply with how and when it left, and whether it came back. */
export function ReplyList({ ui, replies, letter }: { ui: Ui; replies: Reply[]; letter: LetterView }) {
  if (replies.length === 0) return null;
  const texts = replyPageTexts[ui.language];
  return (
    <section class="supplements" aria-label={texts.answers}>
      {replies.map((reply) => {
        const when = dateline(reply.dispatchedAt!);
        const route = fill(texts.routes[reply.route], { recipient: reply.recipient.replaceAll('\n', ', ') });
        return (
          <section aria-labelledby={`reply-${reply.id}`}>
            <h2 id={`reply-${reply.id}`}>
              {reply.state === 'returned'
                ? fill(texts.returnedOn, { when, reason: reply.returnedReason ?? '' })
                : fill(texts.sentOn, { when, route })}
            </h2>
            <div class="words" lang={reply.language}>
              <p>{reply.salutation},</p>
              <div dangerouslySetInnerHTML={{ __html: markdownToHtml(reply.body, { origin: '' }) }} />
            </div>
            <p>
              <a href={paths.reply(letter.reference)}>{texts.openReply}</a>
            </p>
          </section>
        );
      })}
    </section>
  );
}
