import { dateline } from '../../calendar/dates.js';
import { shortPrint } from '../../replies/fingerprint.js';
import type { ChangedCitation } from '../../replies/citations/changed-citations.js';
import type { ReplyContent } from '../../replies/reply.js';
import type { OpenReply } from '../../replies/replies.service.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { WordChanges } from '../../web/components/word-changes.js';
import { OfficePage } from '../../web/office-page.js';
import { asset } from '../../web/assets.js';
import type { ComponentChildren } from 'preact';
import { paths } from '../../web/paths.js';
import { AttachmentList } from '../letter/attachment-list.js';
import { LetterFacts } from '../letter/letter-facts.js';
import { LetterWords } from '../letter/letter-words.js';
import type { Present } from '../live/presence.queries.js';
import { WhoAtLetter } from '../live/who.js';
import { stateName } from '../state-name.js';
import { placeName, type Ui } from '../ui.js';
import { writingOf } from '../writing.js';
import { replyPageTexts } from './reply.texts.js';
import type { Attachment, LetterView } from '../../letters/letter.view.js';

/** Why something was not done, with what was entered. */
export interface ReplyProblem {
  message: string;
  values: Record<string, string>;
}

/** What every page with a letter and a paper about it needs. */
export interface PaperPageProps {
  ui: Ui;
  open: { letter: LetterView };
  /** What came with the letter. */
  letterAttachments: Attachment[];
  origin: string;
  /** Who else reads the letter or writes its answer. */
  present: readonly Present[];
  /** Query of the list that the letter was opened from. */
  query: string;
  done?: string;
}

/** What every page of a reply needs. */
export interface ReplyPageProps extends PaperPageProps {
  open: OpenReply;
  /** Names of the accounts that the page mentions. */
  names: ReadonlyMap<string, string>;
  /** Releases that the letter's replies cite and that are no longer as they were cited. */
  changed: readonly ChangedCitation[];
  problem?: ReplyProblem;
}

/** The page around a reply: whose letter it answers, its state, the letter itself. */
export function ReplyShell({
  props,
  review,
  title,
  actions,
  children,
}: {
  props: PaperPageProps;
  /** The page's title where it is not that of a reply; `{name}` is the writer. */
  title?: string;
  /** Read and decided on, not written. */
  review?: true;
  actions: ComponentChildren;
  children: ComponentChildren;
}) {
  const { ui, open } = props;
  const { letter } = open;
  const texts = replyPageTexts[ui.language];
  const name = `${letter.name} ${letter.surname}`.trim();
  return (
    <OfficePage
      account={ui.account}
      language={ui.language}
      title={fill(title ?? texts.title, { name })}
      active="inbox"
      panes
      head={
        <>
          <meta name="csrf-token" content={ui.account.csrfToken} />
          <script type="module" src={asset('reply.js')} />
        </>
      }
    >
      <main class={review ? 'reply review' : 'reply'} id="main" data-letter={letter.reference}>
        <header class="top">
          <a
            class="btn plain"
            href={paths.inboxLetter(letter.reference) + props.query}
            aria-keyshortcuts="u"
            aria-label={texts.back}
          >
            <Icon name="back" />
          </a>
          <h1 lang={writingOf(name)}>
            {name}, {placeName(ui, letter)}
          </h1>{' '}
          <span class="mid">{letter.registerNumber ?? letter.reference}</span>{' '}
          <span class="state">{stateName(ui.language, letter.state)}</span>{' '}
          <WhoAtLetter ui={ui} present={props.present} />
          <span class="mid" id="others" role="status" />
          <a class="only-small" href="#letter-words">
            {texts.readLetter}
          </a>
          <div class="acts push thumb-acts">{actions}</div>
        </header>
        <section class="read" id="letter-words" aria-labelledby="read-heading" tabindex={0}>
          <h2 id="read-heading">{texts.letter}</h2>
          <LetterWords ui={ui} letter={letter} found={undefined} />
          <AttachmentList
            ui={ui}
            reference={letter.reference}
            attachments={props.letterAttachments}
            headingId="attachments-heading"
          />
          <details class="fold">
            <summary>{texts.details}</summary>
            <LetterFacts ui={ui} letter={letter} />
          </details>
        </section>
        {children}
      </main>
      {props.done !== undefined && (
        <div class="toast passing" role="status">
          <span>{props.done}</span>
        </div>
      )}
    </OfficePage>
  );
}

export const Problem = ({ ui, problem }: { ui: Ui; problem: ReplyProblem | undefined }) =>
  problem === undefined ? null : (
    <div class="note bad" role="alert" id="problem" tabindex={-1}>
      <Icon name="alert" />
      <p>
        <b>{replyPageTexts[ui.language].problems.summary}.</b> {problem.message}
      </p>
    </div>
  );

/** Draft, approval, dispatch: which of them is the present one. */
export function Steps({ ui, open }: { ui: Ui; open: OpenReply }) {
  const texts = replyPageTexts[ui.language];
  const state = open.reply?.state ?? 'draft';
  const steps = open.needsApproval
    ? (['draft', 'approval', 'dispatch'] as const)
    : (['draft', 'dispatch'] as const);
  const current = state === 'draft' ? 'draft' : state === 'in_review' ? 'approval' : 'dispatch';
  const reached = steps.indexOf(current as never);
  return (
    <ol class="steps" aria-label={texts.steps}>
      {steps.map((step, index) => (
        <li
          class={index < reached ? 'done' : undefined}
          aria-current={index === reached ? 'step' : undefined}
        >
          <b>{index + 1}</b>
          {texts.step[step]}
        </li>
      ))}
    </ol>
  );
}

/** A fingerprint in words whose code stands out. */
export function Print({ sentence, fingerprint }: { sentence: string; fingerprint: string }) {
  const [before, after] = sentence.split('{print}');
  return (
    <>
      {before}
      <span class="print-code">{shortPrint(fingerprint)}</span>
      {after}
    </>
  );
}

/** What changed between two contents, as words taken out and put in. */
export function Changes({ from, to }: { from: ReplyContent; to: ReplyContent }) {
  const whole = ({ recipient, subject, salutation, body, attachments }: ReplyContent) =>
    [recipient, subject, salutation, body, attachments.map(({ name }) => name).join(', ')].join('\n');
  return (
    <p class="serif changes" lang={to.language}>
      <WordChanges from={whole(from)} to={whole(to)} />
    </p>
  );
}

export const moment = (at: Date) => dateline(at);
