import { fill } from '../../script/texts.js';
import { stateName } from '../state-name.js';
import { categoryPath, markName, type Ui, unitName } from '../ui.js';
import { inboxTexts } from './inbox.texts.js';
import type { InboxView } from './inbox.view.js';

/** Each filter in force, in words, with the name of its query parameter. */
export function filterWords(ui: Ui, view: InboxView): { name: keyof InboxView; words: string }[] {
  const texts = inboxTexts[ui.language];
  const assigned: Record<string, string> = { me: texts.filters.me, none: texts.filters.nobody };
  const channels: Record<string, string> = texts.channels;
  const words: Partial<Record<keyof InboxView, string>> = {
    q: view.q && `„${view.q}“`,
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
    returned: view.returned && texts.queues.returned,
    release: view.release && fill(texts.filters.about, { release: view.release }),
  };
  return (Object.entries(words) as [keyof InboxView, string | undefined][]).flatMap(([name, text]) =>
    text ? [{ name, words: text }] : [],
  );
}
