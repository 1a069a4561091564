import type { LetterState } from '../../letters/letter.states.js';
import { Icon } from '../../web/components/icon.js';
import { paths } from '../../web/paths.js';
import { inboxLink, type InboxView, type PageCursor, queryOf } from '../list/inbox.view.js';
import type { Ui } from '../ui.js';
import { panelId } from './action-panel.js';
import type { ActionName, ActionProblem } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { mergingTexts } from './merging.texts.js';
import { letterTexts } from './letter.texts.js';
import { readingListTexts } from '../reading-list/reading-list.texts.js';

/** States in which a letter has, or may get, a reply. */
const REPLIED: readonly LetterState[] = ['triaged', 'in_work', 'in_review', 'approved', 'answered'];

const KEYS: Partial<Record<ActionName, string>> = {
  triage: 'c',
  assignment: 'a',
  note: 'b',
  closure: 'e',
  reopening: 'o',
  separation: 'o',
  merge: 'd',
  'for-reading': 'p',
  risk: '!',
};

interface ToolBarProps {
  ui: Ui;
  offered: ActionName[];
  /** A letter in work waits for its answer, so none of these stands out. */
  state: LetterState;
  problem: ActionProblem | undefined;
  reference: string;
  /** Whether the account may open the reply's page. */
  mayReply: boolean;
  /** Whether the letter can be forwarded, or is. */
  forwarding: 'possible' | 'ordered' | undefined;
  view: InboxView;
  cursor: PageCursor;
}

/** The actions that the letter's state and the account's roles allow, the next natural one in blue. */
export function ToolBar(props: ToolBarProps) {
  const { ui, offered, problem } = props;
  const texts = actionTexts[ui.language];
  const words: Partial<Record<ActionName, string>> = {
    triage: texts.category,
    assignment: texts.assign,
    note: texts.note,
    closure: texts.close,
    reopening: texts.reopen,
    merge: mergingTexts[ui.language].merge,
    separation: mergingTexts[ui.language].separate,
    'for-reading': readingListTexts[ui.language].add,
    spam: texts.spam,
    risk: texts.risk,
  };
  return (
    <div class="tools" role="group" aria-label={letterTexts[ui.language].tools}>
      <a
        class="btn plain menu"
        href={inboxLink(props.view, props.cursor)}
        aria-label={letterTexts[ui.language].back}
        aria-keyshortcuts="u"
        data-turbo-frame="letter"
        data-turbo-action="advance"
      >
        <Icon name="back" />
      </a>
      {props.mayReply && REPLIED.includes(props.state) && (
        <a
          class={props.state === 'answered' || props.state === 'triaged' ? 'btn plain' : 'btn main'}
          href={paths.reply(props.reference) + queryOf(props.view, props.cursor)}
          aria-keyshortcuts="r"
          data-turbo="false"
        >
          {props.state === 'in_review'
            ? texts.review
            : props.state === 'approved'
              ? texts.dispatch
              : texts.reply}{' '}
          <kbd aria-hidden="true">r</kbd>
        </a>
      )}
      {offered.map((action, index) => {
        const kind =
          index === 0 &&
          action !== 'note' &&
          (props.state !== 'in_work' || !props.mayReply) &&
          props.state !== 'in_review' &&
          props.state !== 'approved'
            ? 'btn main'
            : 'btn plain';
        const key = KEYS[action];
        const content = (
          <>
            {words[action]} {key !== undefined && <kbd aria-hidden="true">{key}</kbd>}
          </>
        );
        const isBefore = action === 'note' && props.forwarding !== undefined;
        const button =
          problem?.action === action ? (
            <a class={kind} href={`#${panelId(action)}`}>
              {content}
            </a>
          ) : (
            <button type="button" class={kind} popovertarget={panelId(action)} aria-keyshortcuts={key}>
              {content}
            </button>
          );
        return isBefore ? (
          <>
            <ForwardLink {...props} />
            {button}
          </>
        ) : (
          button
        );
      })}
      {props.forwarding !== undefined && !offered.includes('note') && <ForwardLink {...props} />}
      {offered.length === 0 && <p class="hint">{texts.none}</p>}
    </div>
  );
}

const ForwardLink = ({ ui, forwarding, reference, view, cursor }: ToolBarProps) => (
  <a
    class="btn plain"
    href={paths.forwarding(reference) + queryOf(view, cursor)}
    aria-keyshortcuts="f"
    data-turbo="false"
  >
    {actionTexts[ui.language][forwarding === 'ordered' ? 'forwarding' : 'forward']}{' '}
    <kbd aria-hidden="true">f</kbd>
  </a>
);
