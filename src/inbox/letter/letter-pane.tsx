import type { InboxView, PageCursor } from '../list/inbox.view.js';
import { queryOf } from '../list/inbox.view.js';
import type { Ui } from '../ui.js';
import type { ActionFormProps, ActionName, ActionProblem, Colleague } from './actions.js';
import { ProblemNote } from './action-panel.js';
import { AssignmentForm } from './assignment-form.js';
import { AttachmentList } from './attachment-list.js';
import { Danger } from './danger.js';
import { EmailList } from './email-list.js';
import { HitsNote } from './hits.js';
import { ForwardingList, forwardingOf } from './forwarding-list.js';
import { type LetterAbout, LetterFacts } from './letter-facts.js';
import { LetterNotes } from './letter-notes.js';
import type { OpenLetter } from '../../letters/letter.view.js';
import type { EmailAbout } from '../../mail/outgoing-email.queries.js';
import type { Suggestion } from '../../letters/rules/rules.service.js';
import type { LaterMail, LetterMail } from '../../letters/inbound/letter-mail.queries.js';
import type { Twin } from '../../letters/merge/merge.queries.js';
import type { Present } from '../live/presence.queries.js';
import { LetterWords } from './letter-words.js';
import { Supplements } from './supplement-list.js';
import { NoteForm } from './note-form.js';
import type { RelatedLetter } from '../../letters/related.queries.js';
import type { PaperFacts } from '../../letters/paper/paper.queries.js';
import type { ScanText } from '../../letters/paper/text/scan-text.queries.js';
import { LetterPaperPart } from '../paper/letter-paper.js';
import { MachineMails } from '../mail/later-mail.js';
import { LetterMailPart } from '../mail/letter-mail.js';
import { MergeForm } from './merge-form.js';
import { MergeNote } from './merge-note.js';
import type { Reading } from '../../letters/reading-list/reading-list.queries.js';
import { ReadingForm, ReadingNotes } from './reading-form.js';
import { ReasonForm } from './reason-form.js';
import type { Forwarding } from '../../replies/forwarding/forwarding.js';
import type { ChangedCitation } from '../../replies/citations/changed-citations.js';
import type { Reply } from '../../replies/reply.js';
import { ChangedCitations } from '../reply/changed-citations.js';
import { ReplyList } from './reply-list.js';
import { RiskForm } from './risk-form.js';
import { SheetHead } from './sheet-head.js';
import { SuggestionNote } from './suggestion-note.js';
import { ToolBar } from './tool-bar.js';
import { Trail } from './trail.js';
import type { TrailEntry } from './trail-sentences.js';
import { TriageForm } from './triage-form.js';

/** Everything that the right pane shows of one letter. */
export interface LetterOnDesk extends Omit<OpenLetter, 'events'> {
  /** Shown at once, or fetched ahead of its display. */
  opened: 'read' | 'delivered';
  assignee: string | undefined;
  emails: (EmailAbout & { mayRetry: boolean })[];
  trail: TrailEntry[];
  /** Actions that the letter's state and the account's roles allow. */
  offered: ActionName[];
  /** Who took the danger upon itself. */
  riskTaker: string | undefined;
  mayTakeRisk: boolean;
  mayHandBack: boolean;
  mayReply: boolean;
  /** Who else reads or answers the letter. */
  present: readonly Present[];
  /** Where the letter was handed to, oldest first. */
  forwardings: Forwarding[];
  /** What left the office in answer, oldest first. */
  replies: Reply[];
  /** Releases that those or the draft cite and that are no longer as they were cited. */
  changed: ChangedCitation[];
  /** The release that it is about, as far as there is one, and how many letters are. */
  about: LetterAbout | undefined;
  /** The mail of which it was made. */
  mail: LetterMail | undefined;
  /** What came by e-mail about it later. */
  laterMails: LaterMail[];
  /** What only a letter on paper has. */
  paper: (PaperFacts & { texts: ScanText[] }) | undefined;
  /** The letter that this one is merged into, or those that are merged into it. */
  twins: Twin[];
  /** What a rule says of a letter that no officer has sorted. */
  suggestion: Suggestion | undefined;
  /** Where it was or will be read by whom it is written to, the newest first. */
  readings: Reading[];
  colleagues: Colleague[];
  /** Whom a note may mention. */
  mentionable: Colleague[];
  /** Other letters of the same person. */
  related: RelatedLetter[];
  problem: ActionProblem | undefined;
  /** Words of the letter that the search beside it found. */
  found?: ReadonlySet<string>;
}

/** The right pane: actions, head, words, facts, attachments, e-mails, timeline. */
export function LetterPane({
  ui,
  desk,
  view,
  cursor,
}: {
  ui: Ui;
  desk: LetterOnDesk;
  view: InboxView;
  cursor: PageCursor;
}) {
  const { letter, problem, offered } = desk;
  const query = queryOf(view, cursor);
  const own = desk.attachments.filter(({ supplementId }) => supplementId === null);
  const form: ActionFormProps = {
    ui,
    letter,
    query,
    problem,
    colleagues: desk.colleagues,
    mentionable: desk.mentionable,
    mayHandBack: desk.mayHandBack,
    suggestion: desk.suggestion,
  };
  return (
    <article
      class="letter"
      aria-labelledby="letter-heading"
      tabindex={-1}
      data-letter={letter.reference}
      data-opened={desk.opened}
    >
      <ToolBar
        {...{ ui, offered, problem, view, cursor }}
        state={letter.state}
        reference={letter.reference}
        mayReply={desk.mayReply}
        forwarding={desk.mayReply ? forwardingOf(desk, ui.account.roles) : undefined}
      />
      <ActionForms form={form} offered={offered} related={desk.related} />
      <div class="sheet">
        {problem !== undefined && HAS_NO_FORM.includes(problem.action) && (
          <ProblemNote ui={ui} problem={problem} />
        )}
        <Danger form={form} taker={desk.riskTaker} mayTake={desk.mayTakeRisk} />
        <HitsNote ui={ui} desk={desk} />
        <SheetHead {...{ ui, letter }} assignee={desk.assignee} present={desk.present} found={desk.found} />
        <MergeNote ui={ui} letter={letter} twins={desk.twins} query={query} />
        {offered.includes('triage') && <SuggestionNote {...form} />}
        <ChangedCitations
          {...{ ui, query }}
          reference={letter.reference}
          changed={desk.changed}
          from="letter"
        />
        <LetterNotes ui={ui} letter={letter} />
        <ReadingNotes ui={ui} reference={letter.reference} readings={desk.readings} />
        <div class="cols">
          <LetterWords ui={ui} letter={letter} found={desk.found} />
          <LetterFacts ui={ui} letter={letter} related={desk.related} about={desk.about} />
        </div>
        <AttachmentList
          ui={ui}
          reference={letter.reference}
          attachments={own}
          headingId="attachments-heading"
        />
        <LetterPaperPart {...{ ui, letter }} paper={desk.paper} />
        <LetterMailPart ui={ui} mail={desk.mail} reference={letter.reference} />
        <Supplements
          {...{ ui, letter }}
          supplements={desk.supplements}
          attachments={desk.attachments}
          mails={desk.laterMails}
          found={desk.found}
        />
        <MachineMails ui={ui} reference={letter.reference} mails={desk.laterMails} />
        <ReplyList ui={ui} replies={desk.replies} letter={letter} />
        <ForwardingList ui={ui} forwardings={desk.forwardings} letter={letter} />
        <EmailList ui={ui} reference={letter.reference} emails={desk.emails} query={query} />
        <Trail ui={ui} trail={desk.trail} />
      </div>
    </article>
  );
}

/** What is one press, without a form that could show its own problem. */
const HAS_NO_FORM: readonly ActionName[] = ['risk-taking', 'undo'];

/** The offered forms, and the one that met a problem even if the letter's new state no longer offers it. */
function ActionForms({
  form,
  offered,
  related,
}: {
  form: ActionFormProps;
  offered: ActionName[];
  related: readonly RelatedLetter[];
}) {
  const shown = (action: ActionName) => offered.includes(action) || form.problem?.action === action;
  return (
    <>
      {shown('risk') && <RiskForm {...form} />}
      {shown('triage') && <TriageForm {...form} />}
      {shown('note') && <NoteForm {...form} />}
      {shown('for-reading') && <ReadingForm {...form} />}
      {shown('assignment') && <AssignmentForm {...form} />}
      {shown('merge') && <MergeForm {...form} related={related} />}
      {(['closure', 'reopening', 'separation', 'spam'] as const).filter(shown).map((action) => (
        <ReasonForm {...form} action={action} />
      ))}
    </>
  );
}
