import type { ComponentChildren } from 'preact';
import type { LetterView } from '../../letters/letter.view.js';
import { Icon } from '../../web/components/icon.js';
import { type FieldAttributes, OfficeField } from '../../web/components/office-field.js';
import type { Ui } from '../ui.js';
import { actionPath, type ActionName, type ActionProblem } from './actions.js';
import { actionTexts } from './actions.texts.js';

export const panelId = (action: ActionName) => `action-${action}`;

/**
 * A form that moves the letter. It waits in the browser's own popover, opened by its button or key; after a
 * problem it stands open in the page, with what was entered and what is wrong.
 */
export function ActionPanel(props: {
  ui: Ui;
  action: ActionName;
  letter: LetterView;
  /** Query of the list beside the letter. */
  query: string;
  heading: string;
  problem: ActionProblem | undefined;
  children: ComponentChildren;
}) {
  const { ui, action, problem } = props;
  const texts = actionTexts[ui.language];
  const isOpen = problem?.action === action;
  const headingId = `${panelId(action)}-heading`;
  return (
    <form
      method="post"
      action={actionPath(props.letter.reference, action) + props.query}
      id={panelId(action)}
      class={isOpen ? 'action open' : 'action'}
      popover={isOpen ? undefined : 'auto'}
      data-advance={leavesTheDesk(action, props.letter) ? '' : undefined}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} class="serif">
        {props.heading}
      </h2>
      {isOpen && <ProblemNote ui={ui} problem={problem} />}
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="seen" value={props.letter.updatedAt.toISOString()} />
      {props.children}
      {!isOpen && (
        <button
          type="button"
          class="btn plain action-away"
          popovertarget={panelId(action)}
          popovertargetaction="hide"
          aria-label={texts.cancel}
        >
          <Icon name="cross" />
        </button>
      )}
    </form>
  );
}

/** What ends an officer's sorting of a letter: the next one in the list opens afterwards. */
const leavesTheDesk = (action: ActionName, { state }: LetterView) =>
  action === 'closure' ||
  action === 'merge' ||
  action === 'spam' ||
  (action === 'triage' && state !== 'triaged' && state !== 'in_work');

/** What went wrong, once for the whole form; each field repeats its own. */
export function ProblemNote({ ui, problem }: { ui: Ui; problem: ActionProblem }) {
  return (
    <div class="note bad" role="alert" id="problem" tabindex={-1}>
      <Icon name="alert" />
      <div>
        <p>
          <b>{actionTexts[ui.language].problems.summary}.</b> {problem.message}
        </p>
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map(({ field, message }) => (
              <li>
                <a href={`#${fieldId(problem.action, field)}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

export const fieldId = (action: ActionName, field: string) => `${action}-${field}`;

/** A field of an action's form. */
export function ActionField({
  action,
  field,
  problem,
  ...shown
}: {
  action: ActionName;
  field: string;
  label: string;
  hint?: string;
  problem: ActionProblem | undefined;
  children: (attributes: FieldAttributes) => ComponentChildren;
}) {
  const own = problem?.action === action ? problem.errors : [];
  const error = own.find((candidate) => candidate.field === field)?.message;
  return <OfficeField id={fieldId(action, field)} name={field} error={error} {...shown} />;
}
