import { fill } from '../../script/texts.js';
import { stateName } from '../state-name.js';
import { categoryPath, markName, type Ui, unitName } from '../ui.js';
import { inboxTexts } from './inbox.texts.js';
import type { InboxView } from './inbox.view.js';
import { searchChips } from './search-chips.js';

/** One filter in force, in words, and the view without it. */
export interface Chip {
  words: string;
  without: InboxView;
}

/** Every part of the search and every filter in force. */
export const chipsOf = (ui: Ui, view: InboxView): Chip[] => [
  ...searchChips(ui, view.q ?? '').map(({ words, without }) => ({
    words,
    without: { ...view, q: without || undefined },
  })),
  ...filterWords(ui, view).map(({ name, words }) => ({ words, without: { ...view, [name]: undefined } })),
];

function filterWords(ui: Ui, view: InboxView): { name: keyof InboxView; words: string }[] {
  const texts = inboxTexts[ui.language];
  const assigned: Record<string, string> = { me: texts.filters.me, none: texts.filters.nobody };
  const channels: Record<string, string> = texts.channels;
  const words: Partial<Record<keyof InboxView, string>> = {
    state: view.state && (view.state === 'all' ? texts.filters.anyState : stateName(ui.language, view.state)),
    channel: view.channel && channels[view.channel],
    category: view.category && categoryPath(ui, view.category),
    mark: view.mark && markName(ui, view.mark),
    mentioned: view.mentioned && texts.queues.mentioned,
    unit: view.unit && unitName(ui, view.unit),
    assigned:
      view.assigned && `${texts.filters.assigned}: ${assigned[view.assigned] ?? texts.filters.colleague}`,
    urgent: view.urgent && texts.filters.onlyUrgent,
    due: view.due && texts.filters.overdue,
    risk: view.risk && texts.queues.risk,
    cited: view.cited && texts.queues.cited,
    returned: view.returned && texts.queues.returned,
    release: view.release && fill(texts.filters.about, { release: view.release }),
  };
  return (Object.entries(words) as [keyof InboxView, string | undefined][]).flatMap(([name, text]) =>
    text ? [{ name, words: text }] : [],
  );
}
