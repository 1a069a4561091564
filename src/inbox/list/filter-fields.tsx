import { textIn } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { STATES } from '../../letters/letter.states.js';
import { stateName } from '../state-name.js';
import { categoryPath, markName, type Ui } from '../ui.js';
import { inboxTexts } from './inbox.texts.js';
import type { InboxView } from './inbox.view.js';

/** Every filter of the inbox as one form; what is empty is no filter. */
export function FilterFields({ ui, view }: { ui: Ui; view: InboxView }) {
  const texts = inboxTexts[ui.language];
  const { filters } = texts;
  const states = STATES.map((state) => ({ value: state as string, text: stateName(ui.language, state) }));
  const channels = Object.entries(texts.channels).map(([value, text]) => ({ value, text }));
  const categories = ui.profile.categories.map(({ code }) => ({ value: code, text: categoryPath(ui, code) }));
  const marks = ui.profile.sensitiveMarks.map(({ code }) => ({ value: code, text: markName(ui, code) }));
  const units = ui.profile.units.map(({ code, name }) => ({ value: code, text: textIn(ui.language, name) }));
  const assigned = [
    { value: 'me', text: filters.me },
    { value: 'none', text: filters.nobody },
    ...(view.assigned && view.assigned !== 'me' && view.assigned !== 'none'
      ? [{ value: view.assigned, text: filters.colleague }]
      : []),
  ];
  return (
    <form action={paths.inbox} class="pair">
      <Choice
        name="state"
        label={filters.state}
        none={texts.queues.open}
        value={view.state}
        choices={[{ value: 'all', text: filters.anyState }, ...states]}
      />
      <Choice
        name="channel"
        label={filters.channel}
        none={filters.any}
        value={view.channel}
        choices={channels}
      />
      <Choice
        name="category"
        label={filters.category}
        none={filters.any}
        value={view.category}
        choices={categories}
      />
      {marks.length > 0 && (
        <Choice name="mark" label={filters.mark} none={filters.any} value={view.mark} choices={marks} />
      )}
      <Choice name="unit" label={filters.unit} none={filters.any} value={view.unit} choices={units} />
      <Choice
        name="assigned"
        label={filters.assigned}
        none={filters.any}
        value={view.assigned}
        choices={assigned}
      />
      <Choice
        name="urgent"
        label={filters.urgent}
        none={filters.any}
        value={view.urgent && 'yes'}
        choices={[{ value: 'yes', text: filters.onlyUrgent }]}
      />
      <Choice
        name="due"
        label={filters.due}
        none={filters.any}
        value={view.due}
        choices={[{ value: 'overdue', text: filters.overdue }]}
      />
      <div class="field">
        <label for="filter-release">{filters.release}</label>
        <input
          id="filter-release"
          name="release"
          value={view.release}
          aria-describedby="filter-release-hint"
        />
        <p class="hint" id="filter-release-hint">
          {filters.releaseHint}
        </p>
      </div>
      <div class="field">
        <label for="filter-words">{filters.words}</label>
        <input id="filter-words" name="q" value={view.q} aria-describedby="filter-words-hint" />
        <p class="hint" id="filter-words-hint">
          {filters.wordsHint}
        </p>
      </div>
      {view.sort !== undefined && <input type="hidden" name="sort" value={view.sort} />}
      <div class="acts">
        <button class="btn main">{filters.apply}</button>
        <a href={paths.inbox}>{filters.clear}</a>
        <a href={paths.recentSearches}>{filters.recent}</a>
      </div>
    </form>
  );
}

function Choice(props: {
  name: string;
  label: string;
  none: string;
  value: string | undefined;
  choices: { value: string; text: string }[];
}) {
  const id = `filter-${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <select id={id} name={props.name}>
        <option value="">{props.none}</option>
        {props.choices.map(({ value, text }) => (
          <option value={value} selected={value === props.value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
