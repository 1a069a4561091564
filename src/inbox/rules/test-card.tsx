import { dateline } from '../../calendar/dates.js';
import type { Rule, RuleSample, RuleTest } from '../../letters/rules/rule.js';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { outcomeOf, stateOf } from './rule-words.js';
import { rulesTexts } from './rules.texts.js';

/** How the rule did among past letters, against officers' decisions; and the switch, which only a test allows. */
export function TestCard({ ui, rule }: { ui: Ui; rule: Rule }) {
  const { test: texts } = rulesTexts[ui.language];
  const state = stateOf(rule);
  return (
    <section class="card" aria-labelledby="test">
      <header>
        <h2 id="test">{texts.heading}</h2>
      </header>
      <div class="in">
        <p>{texts.lead}</p>
        {rule.test === null || rule.testedAt === null ? (
          <p class="mid">{texts.never}</p>
        ) : (
          <>
            <p class="mid">{fill(texts.at, { date: dateline(rule.testedAt) })}</p>
            {state === 'untested' && <p class="note">{texts.stale}</p>}
            <SampleTable ui={ui} samples={rule.test.samples} />
            {state !== 'untested' && <Differences ui={ui} rule={rule} test={rule.test} />}
          </>
        )}
        <div class="acts">
          <Press ui={ui} rule={rule} part="test" main={state === 'untested'}>
            {rule.test === null ? texts.run : texts.again}
          </Press>
          <Switch ui={ui} rule={rule} />
        </div>
      </div>
    </section>
  );
}

function Switch({ ui, rule }: { ui: Ui; rule: Rule }) {
  const { switch: texts } = rulesTexts[ui.language];
  const state = stateOf(rule);
  return (
    <>
      {state !== 'untested' && (
        <Press ui={ui} rule={rule} part="switch" main={state === 'off'} to={rule.isOn ? 'off' : 'on'}>
          {rule.isOn ? texts.off : texts.on}
        </Press>
      )}
      {!rule.isOn && (
        <Press ui={ui} rule={rule} part="removal">
          {texts.remove}
        </Press>
      )}
    </>
  );
}

/** One press about the version of the rule that the page shows. */
function Press(props: {
  ui: Ui;
  rule: Rule;
  part: 'test' | 'switch' | 'removal';
  to?: 'on' | 'off';
  main?: boolean;
  children: string;
}) {
  return (
    <form method="post" action={paths.rulePart(props.rule.id, props.part)}>
      <input type="hidden" name="_csrf" value={props.ui.account.csrfToken} />
      {props.to && <input type="hidden" name="to" value={props.to} />}
      {props.to && <input type="hidden" name="version" value={String(props.rule.version)} />}
      <button class={props.main ? 'btn main' : 'btn'}>{props.children}</button>
    </form>
  );
}

function SampleTable({ ui, samples }: { ui: Ui; samples: RuleSample[] }) {
  const { test: texts } = rulesTexts[ui.language];
  const count = (number: number) => new Intl.NumberFormat(ui.language).format(number);
  const fewest = samples.at(-1);
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            {samples.map(({ newest }) => (
              <th scope="col" class="num">
                {fill(texts.newest, { count: count(newest) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['matched', 'agreed', 'differed', 'undecided'] as const).map((row) => (
            <tr>
              <th scope="row">{texts.rows[row]}</th>
              {samples.map((sample) => (
                <td class="num">{count(sample[row])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fewest !== undefined && fewest.seen < fewest.newest && (
        <p class="hint">{fill(texts.fewer, { count: count(fewest.seen) })}</p>
      )}
    </>
  );
}

/** Decisions that the rule would have changed: how often which, and on which letters. */
function Differences({ ui, rule, test }: { ui: Ui; rule: Rule; test: RuleTest }) {
  const { test: texts } = rulesTexts[ui.language];
  const all = test.samples.at(-1);
  if (all === undefined || all.agreed + all.differed === 0) return null;
  if (all.differed === 0) return <p>{texts.all}</p>;
  const mayRead = ui.account.roles.some((role) => LETTER_ROLES.includes(role));
  return (
    <>
      <h3>{texts.decisions}</h3>
      <p>{fill(texts.decisionsLead, { says: outcomeOf(ui, rule) })}</p>
      <ul class="decisions">
        {test.decisions.map(({ count, ...decision }) => (
          <li>
            {outcomeOf(ui, decision)}{' '}
            <span class="n">{new Intl.NumberFormat(ui.language).format(count)}</span>
          </li>
        ))}
      </ul>
      <details class="fold">
        <summary>{texts.differences}</summary>
        {test.differences.length < all.differed && (
          <p class="hint">{fill(texts.more, { count: all.differed })}</p>
        )}
        <ul class="references">
          {test.differences.map(({ reference, category, unit, urgency }) => (
            <li>
              {mayRead ? <a href={paths.inboxLetter(reference)}>{reference}</a> : <b>{reference}</b>}{' '}
              <span class="mid">{outcomeOf(ui, { category: category ?? '', unit, urgency })}</span>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
