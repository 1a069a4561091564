import { Problem, type ReplyPageProps, ReplyShell } from './reply-parts.js';
import { replyPageTexts } from './reply.texts.js';

/** A letter without a reply, in a state or for an account that begins none: the page says what comes first. */
export function NothingPage(props: ReplyPageProps) {
  const { ui, open } = props;
  const texts = replyPageTexts[ui.language];
  const isUnsorted = open.letter.state === 'received' || open.letter.state === 'details_needed';
  return (
    <ReplyShell props={props} actions={null}>
      <div class="draft">
        <h2>{texts.draft}</h2>
        <Problem ui={ui} problem={props.problem} />
        <p>{isUnsorted ? texts.first : texts.none}</p>
      </div>
    </ReplyShell>
  );
}
