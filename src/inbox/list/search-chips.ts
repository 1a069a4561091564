import { day } from '../../calendar/dates.js';
import { parseSearch, type SearchPart } from '../../letters/search/parse-search.js';
import { readSearch } from '../../letters/search/search.js';
import { fill } from '../../script/texts.js';
import { stateName } from '../state-name.js';
import { categoryName, markName, type Ui, unitName } from '../ui.js';
import { inboxTexts } from './inbox.texts.js';

/** One part of a search in words, and the search without it. */
export interface SearchChip {
  words: string;
  /** Empty when it was the only part. */
  without: string;
}

/** Each word, phrase and operator of a search, so that any of them can be taken out. */
export function searchChips(ui: Ui, query: string): SearchChip[] {
  const parts = parseSearch(query);
  return parts.map((part, place) => ({
    words: wordsOf(ui, part),
    without: parts
      .filter((_, other) => other !== place)
      .map(({ source }) => source)
      .join(' '),
  }));
}

function wordsOf(ui: Ui, part: SearchPart): string {
  const { chips } = inboxTexts[ui.language];
  const words =
    part.kind === 'operator'
      ? fill(chips[part.operator], { value: valueOf(ui, part) })
      : part.kind === 'phrase'
        ? `„${part.text}“`
        : part.text;
  return part.not ? fill(chips.not, { words }) : words;
}

/** A value in the office's words; as typed when it means several things, or nothing that the office knows. */
function valueOf(ui: Ui, { value, source }: SearchPart & { kind: 'operator' }): string {
  const [filter] = readSearch(source, ui.profile).filters;
  const [first] = filter?.values ?? [];
  if (first instanceof Date) return day(first);
  if (first === undefined) return value;
  const { channels }: { channels: Record<string, string> } = inboxTexts[ui.language];
  switch (filter!.field) {
    case 'category':
      return categoryName(ui, first);
    case 'unit':
      return unitName(ui, first);
    case 'mark':
      return markName(ui, first);
    case 'channel':
      return channels[first] ?? value;
    case 'state':
      return filter!.values.length === 1 ? stateName(ui.language, first) : value;
    default:
      return value;
  }
}
