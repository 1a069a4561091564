import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { ActionField, ProblemNote } from '../letter/action-panel.js';
import type { ActionProblem, Colleague } from '../letter/actions.js';
import { actionTexts } from '../letter/actions.texts.js';
import { canWork } from '../letter/offered-actions.js';
import { LONGEST_REASON } from '../letter/reason.dto.js';
import { Suggestions } from '../letter/suggestions.js';
import { TriageFields } from '../letter/triage-form.js';
import { officerName, type Ui } from '../ui.js';
import { bulkTexts, lettersOf } from './bulk.texts.js';
import type { Picked } from './bulk-selection.js';

/** What can be ordered by this form; replies have a form of their own. */
export const ORDERS = ['assignment', 'triage', 'closure'] as const;
export type OrderVerb = (typeof ORDERS)[number];

export interface OrderPaneProps {
  ui: Ui;
  verb: OrderVerb;
  picked: Picked;
  count: number;
  /** Query of the list beside the order; with "all" also what is picked. */
  query: string;
  colleagues: Colleague[];
  problem: ActionProblem | undefined;
}

/** What to do with the picked letters: the fields of the single action, once for all. */
export function OrderPane(props: OrderPaneProps) {
  const { ui, verb, count, query, problem } = props;
  const texts = bulkTexts[ui.language];
  return (
    <section class="letter" aria-labelledby="order-heading">
      <form class="sheet" method="post" action={paths.bulk + query} aria-labelledby="order-heading">
        <header class="sheet-head">
          <h2 id="order-heading">{texts.orders[verb]}</h2>
          <p class="facts">
            <b>{lettersOf(ui.language, count)}</b>
          </p>
        </header>
        {problem && <ProblemNote ui={ui} problem={problem} />}
        <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
        <input type="hidden" name="do" value={verb} />
        <PickedFields picked={props.picked} />
        <div class="order">
          <Fields {...props} />
        </div>
        <div class="acts">
          <button class="btn main" aria-keyshortcuts="Control+Enter">
            {texts.run} <kbd aria-hidden="true">Ctrl+↵</kbd>
          </button>
          <a class="btn plain" href={paths.inbox + query}>
            {texts.back}
          </a>
        </div>
        <p class="hint">{texts.runHint}</p>
      </form>
    </section>
  );
}

/** The picked letters on their way from one form to the next. */
export const PickedFields = ({ picked }: { picked: Picked }) =>
  picked === 'all' ? (
    <input type="hidden" name="all" value="yes" />
  ) : 'job' in picked ? (
    <input type="hidden" name="again" value={picked.job} />
  ) : (
    <>
      {picked.references.map((reference) => (
        <input type="hidden" name="letter" value={reference} />
      ))}
    </>
  );

function Fields({ ui, verb, problem, colleagues }: OrderPaneProps) {
  const texts = bulkTexts[ui.language];
  const values = problem?.values ?? {};
  if (verb === 'triage')
    return (
      <TriageFields
        ui={ui}
        problem={problem}
        values={{
          category: values.category ?? '',
          unit: values.unit ?? '',
          urgency: values.urgency ?? 'normal',
          urgencyReason: values.urgencyReason ?? '',
          sensitive: (values.sensitive ?? '').split(' '),
        }}
      />
    );
  if (verb === 'closure')
    return (
      <>
        <ActionField
          action="closure"
          field="reason"
          label={texts.reason}
          hint={texts.reasonHint}
          problem={problem}
        >
          {(attributes) => (
            <input
              {...attributes}
              value={values.reason}
              required
              maxlength={LONGEST_REASON}
              autocomplete="off"
              list="closure-suggestions"
              autofocus
            />
          )}
        </ActionField>
        <Suggestions id="closure-suggestions" suggestions={actionTexts[ui.language].closure.suggestions} />
      </>
    );
  return (
    <ActionField action="assignment" field="colleague" label={texts.to} problem={problem}>
      {(attributes) => (
        <select {...attributes} autofocus>
          {canWork(ui.account.roles) && (
            <option value={ui.account.id}>
              {fill(texts.me, { name: officerName(ui, ui.account.name) })}
            </option>
          )}
          {colleagues
            .filter(({ id }) => id !== ui.account.id)
            .map(({ id, name }) => (
              <option value={id} selected={id === values.colleague}>
                {name}
              </option>
            ))}
        </select>
      )}
    </ActionField>
  );
}

/** Nothing is picked, or nothing of it is there any more. */
export function NothingPicked({ ui, query }: { ui: Ui; query: string }) {
  const texts = bulkTexts[ui.language];
  return (
    <section class="letter">
      <div class="void">
        <p class="serif">{texts.none}</p>
        <p class="mid">{texts.noneHint}</p>
        <a class="btn main" href={paths.inbox + query}>
          {texts.back}
        </a>
      </div>
    </section>
  );
}
