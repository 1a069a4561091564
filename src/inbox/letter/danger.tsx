import { riskTexts } from '../../letters/risk/risk.texts.js';
import { fill, textIn } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { officerName } from '../ui.js';
import { ActionField, ActionPanel, panelId } from './action-panel.js';
import { actionPath, type ActionFormProps } from './actions.js';
import { actionTexts } from './actions.texts.js';
import { LONGEST_REASON } from './reason.dto.js';

/** A danger above everything else: one press takes it, whom to call, and the outcome without which nothing ends. */
export function Danger({
  form,
  taker,
  mayTake,
}: {
  form: ActionFormProps;
  taker: string | undefined;
  mayTake: boolean;
}) {
  const { ui, letter, query, problem } = form;
  if (letter.risk === null) return null;
  const texts = actionTexts[ui.language].risking;
  const kind = riskTexts[ui.language].kinds[letter.risk];
  const isFree = letter.riskTakenBy === null;
  const isOutcomeOpen = problem?.action === 'risk-outcome';
  return (
    <section class="danger" aria-labelledby="danger-heading">
      <h2 id="danger-heading">
        <Icon name="alert" />{' '}
        {isFree ? fill(texts.free, { kind }) : fill(texts.taken, { kind, name: taker ?? '' })}
      </h2>
      {mayTake && (
        <div class="acts">
          {isFree && (
            <form method="post" action={actionPath(letter.reference, 'risk-taking') + query}>
              <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
              <button class="btn risk" aria-keyshortcuts="t">
                {fill(texts.take, { name: officerName(ui, ui.account.name) })} <kbd aria-hidden="true">t</kbd>
              </button>
            </form>
          )}
          {!isOutcomeOpen && (
            <button type="button" class="btn plain" popovertarget={panelId('risk-outcome')}>
              {texts.settle}
            </button>
          )}
        </div>
      )}
      <ol aria-label={texts.steps}>
        {letter.phone !== null && (
          <li>
            <span>
              {texts.callWriter}{' '}
              {letter.phoneE164 === null ? (
                <b>{letter.phone}</b>
              ) : (
                <a href={`tel:${letter.phoneE164}`}>
                  <b>{letter.phone}</b>
                </a>
              )}
            </span>
          </li>
        )}
        <li>
          <span>
            {texts.emergency}{' '}
            {ui.profile.emergency.map(({ number, name }, index) => (
              <>
                {index > 0 && ', '}
                {textIn(ui.language, name)}{' '}
                <a href={`tel:${number}`}>
                  <b>{number}</b>
                </a>
              </>
            ))}
          </span>
        </li>
        <li>
          <span>{texts.write}</span>
        </li>
      </ol>
      {mayTake && (
        <ActionPanel
          ui={ui}
          action="risk-outcome"
          letter={letter}
          query={query}
          heading={texts.outcomeHeading}
          problem={problem}
        >
          <ActionField
            action="risk-outcome"
            field="reason"
            label={texts.outcome}
            hint={texts.outcomeHint}
            problem={problem}
          >
            {(attributes) => (
              <textarea {...attributes} rows={3} required maxlength={LONGEST_REASON} autofocus>
                {isOutcomeOpen ? problem.values.reason : ''}
              </textarea>
            )}
          </ActionField>
          <button class="btn main">{texts.outcomeSave}</button>
        </ActionPanel>
      )}
    </section>
  );
}
