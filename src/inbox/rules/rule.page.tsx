import { Icon } from '../../web/components/icon.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { RuleForm } from './rule-form.js';
import type { RulePageProps, RuleProblem } from './rule-page-props.js';
import { TestCard } from './test-card.js';
import { rulesTexts } from './rules.texts.js';

/** One rule: what it looks for and says, how it does among past letters, and its switch. */
export function RulePage(props: RulePageProps) {
  const { ui, rule, done, problem } = props;
  const texts = rulesTexts[ui.language];
  const title = rule?.name ?? texts.add;
  return (
    <OfficePage account={ui.account} language={ui.language} title={title} active="rules">
      <header class="page-head">
        <a class="btn plain" href={paths.rules}>
          <Icon name="back" /> {texts.all}
        </a>
        <h1>{title}</h1>
      </header>
      {done !== undefined && (
        <p class="note" role="status">
          {done}
        </p>
      )}
      {problem && <Trouble ui={ui} problem={problem} />}
      <div class="tiles two">
        <RuleForm {...props} />
        {rule && <TestCard ui={ui} rule={rule} />}
      </div>
    </OfficePage>
  );
}

function Trouble({ ui, problem }: { ui: Ui; problem: RuleProblem }) {
  return (
    <div class="note bad" role="alert">
      <Icon name="alert" />
      <div>
        <p>
          <b>{rulesTexts[ui.language].faults.summary}</b> {problem.message}
        </p>
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map(({ field, message }) => (
              <li>
                <a href={`#${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
