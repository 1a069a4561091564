import type { Rule } from '../../letters/rules/rule.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { conditionsOf, outcomeOf, stateOf } from './rule-words.js';
import { rulesTexts } from './rules.texts.js';

/** All rules in the order in which they are asked. */
export function RulesPage({ ui, rules, done }: { ui: Ui; rules: Rule[]; done: string | undefined }) {
  const texts = rulesTexts[ui.language];
  const { order, name, when, then, mode, state } = texts.columns;
  return (
    <OfficePage account={ui.account} language={ui.language} title={texts.title} active="rules">
      <header class="page-head">
        <h1>{texts.title}</h1>
        <a class="btn main" href={paths.rule('new')}>
          {texts.add}
        </a>
      </header>
      {done !== undefined && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      <p class="lead">{texts.lead}</p>
      {rules.length === 0 ? (
        <p class="mid">{texts.none}</p>
      ) : (
        <section class="card" aria-label={texts.title}>
          <div class="in scroll" tabIndex={0} role="group" aria-label={texts.title}>
            <table class="rules">
              <thead>
                <tr>
                  {[order, name, when, then, mode, state].map((column) => (
                    <th scope="col">{column}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rules.map((rule, index) => (
                  <RuleRow ui={ui} rule={rule} isFirst={index === 0} isLast={index === rules.length - 1} />
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
    </OfficePage>
  );
}

function RuleRow({ ui, rule, ...place }: { ui: Ui; rule: Rule; isFirst: boolean; isLast: boolean }) {
  const texts = rulesTexts[ui.language];
  const state = stateOf(rule);
  return (
    <tr>
      <td>
        <form class="acts" method="post" action={paths.rulePart(rule.id, 'position')}>
          <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
          {(['up', 'down'] as const).map((to) => (
            <button
              class={`btn plain ${to}`}
              name="to"
              value={to}
              disabled={to === 'up' ? place.isFirst : place.isLast}
              aria-label={fill(texts[to], { name: rule.name })}
            >
              <Icon name="up" />
            </button>
          ))}
        </form>
      </td>
      <th scope="row">
        <a href={paths.rule(rule.id)}>{rule.name}</a>
      </th>
      <td>{conditionsOf(ui, rule)}</td>
      <td>{outcomeOf(ui, rule)}</td>
      <td>{texts.modes[rule.mode]}</td>
      <td>
        <span class={state === 'on' ? 'ok' : 'mid'}>{texts.states[state]}</span>
      </td>
    </tr>
  );
}
