import type { suggestTexts } from './suggest.texts.js';

/** What stands in the list under the search box. */
export interface Suggestion {
  group: keyof (typeof suggestTexts)['en']['groups'];
  label: string;
  /** What it is, where its name does not say it. */
  small?: string;
  /** What takes the place of the part that is typed; with `whole`, of everything. */
  insert: string;
  whole?: true;
  /** Choosing it leads there instead. */
  href?: string;
}
