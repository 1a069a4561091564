import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { MOST_COUNTED } from '../list/count.queries.js';
import { queryEntries } from '../list/inbox.view.js';
import type { LetterPage } from '../list/letter-page.js';
import type { Ui } from '../ui.js';
import { bulkTexts } from './bulk.texts.js';

export const BULK_FORM = 'bulk-form';

const VERBS = [
  { verb: 'reply', key: 'r' },
  { verb: 'assignment', key: 'a' },
  { verb: 'triage', key: 'c' },
  { verb: 'closure', key: 'e' },
] as const;

/**
 * Takes the list head's place as soon as a box of the list is ticked, which the stylesheet sees by itself. "All" means
 * everything that the view shows, not a list of letters.
 */
export function BulkBar({ ui, page }: { ui: Ui; page: LetterPage }) {
  const texts = bulkTexts[ui.language];
  const { count, isMore, view, cursor } = page;
  return (
    <form
      id={BULK_FORM}
      class="bulk"
      action={paths.newBulk}
      aria-label={texts.bar}
      data-turbo-frame="letter"
      data-turbo-action="advance"
      data-picked={texts.picked}
    >
      {queryEntries(view, cursor).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="line acts">
        <p class="serif" id="picked-count" aria-live="polite">
          {texts.pickedSome}
        </p>
        <label class="check link">
          <input type="checkbox" name="all" value="yes" />{' '}
          {isMore || count > MOST_COUNTED || count === 0 ? texts.allMore : fill(texts.all, { count })}
        </label>
        <button type="reset" class="btn plain push" aria-keyshortcuts="Escape">
          {texts.letGo} <kbd aria-hidden="true">Esc</kbd>
        </button>
      </div>
      <div class="acts">
        {VERBS.map(({ verb, key }, index) => (
          <button class={index === 0 ? 'btn main' : 'btn'} name="do" value={verb} aria-keyshortcuts={key}>
            {texts.verbs[verb]} <kbd aria-hidden="true">{key}</kbd>
          </button>
        ))}
      </div>
    </form>
  );
}
