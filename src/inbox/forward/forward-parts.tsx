import type { LetterView } from '../../letters/letter.view.js';
import type { Forwarding } from '../../replies/forwarding/forwarding.js';
import type { OpenForwarding } from '../../replies/forwarding/forwarding.service.js';
import type { ReplyContent } from '../../replies/reply.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { Leaf } from '../reply/leaf.js';
import type { PaperPageProps } from '../reply/reply-parts.js';
import type { Ui } from '../ui.js';
import { forwardTexts } from './forward.texts.js';

/** Why something was not done; each error names its field, and all that was entered comes back. */
export interface ForwardProblem {
  message: string;
  errors: { field: string; message: string }[];
  values: Record<string, string>;
}

/** What every page of a forwarding needs. */
export interface ForwardPageProps extends PaperPageProps {
  open: OpenForwarding;
  problem?: ForwardProblem;
}

/** Both papers as they leave. */
export function Papers({
  ui,
  letter,
  origin,
  papers,
}: {
  ui: Ui;
  letter: LetterView;
  origin: string;
  papers: { name: string; cover: ReplyContent; notice: ReplyContent | null | undefined };
}) {
  const texts = forwardTexts[ui.language];
  const { name, cover, notice } = papers;
  const lines = cover.route === 'post' ? cover.recipient.split('\n') : [name, cover.recipient];
  const oneLine = (text: string) => text.replaceAll('\n', ', ');
  return (
    <>
      <h3>{fill(texts.coverTo, { recipient: oneLine(cover.recipient) })}</h3>
      <Leaf ui={ui} letter={letter} content={cover} origin={origin} addressee={lines} />
      {notice ? (
        <>
          <h3>{fill(texts.noticeTo, { recipient: oneLine(notice.recipient) })}</h3>
          <p class="hint">{cover.route === 'email' ? texts.noticeAfter : texts.noticeTogether}</p>
          <Leaf ui={ui} letter={letter} content={notice} origin={origin} />
        </>
      ) : (
        <p class="note">
          <Icon name="alert" /> {texts.noNotice}
        </p>
      )}
    </>
  );
}

/** What went wrong, each with the field that mends it. */
export const ForwardProblemNote = ({ ui, problem }: { ui: Ui; problem: ForwardProblem | undefined }) =>
  problem === undefined || (problem.message === '' && problem.errors.length === 0) ? null : (
    <div class="note bad" role="alert" id="problem" tabindex={-1}>
      <Icon name="alert" />
      <div>
        <p>
          <b>{forwardTexts[ui.language].problems.summary}.</b> {problem.message}
        </p>
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map(({ field, message }) => (
              <li>
                <a href={`#forward-${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );

/** The forwarding that is under way or stands; undefined when the letter can be handed on (again). */
export function currentOf({ letter, forwardings }: OpenForwarding): Forwarding | undefined {
  const last = forwardings.at(-1);
  if (last === undefined) return undefined;
  const { state } = last.cover;
  const isUnderWay = state === 'leaving' || state === 'to_print';
  return isUnderWay || (state === 'dispatched' && letter.state === 'forwarded') ? last : undefined;
}
