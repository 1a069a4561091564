import { fill } from '../../script/texts.js';
import type { Ui } from '../ui.js';
import { inboxTexts } from './inbox.texts.js';
import { inboxLink } from './inbox.view.js';
import type { LetterPage } from './letter-page.js';

/** What an empty list says, and where to go from there. */
export function EmptyList({ ui, page }: { ui: Ui; page: LetterPage }) {
  const texts = inboxTexts[ui.language].empty;
  const { view, queue } = page;
  if (view.q !== undefined) {
    const isEverywhere = Object.keys(view).every((name) => name === 'q' || name === 'sort');
    return (
      <div class="void">
        <p class="serif">{fill(texts.search, { words: view.q })}</p>
        <p class="mid">{texts.searchHint}</p>
        {!isEverywhere && (
          <a class="btn main" href={inboxLink({ q: view.q })}>
            {texts.searchEverywhere}
          </a>
        )}
      </div>
    );
  }
  return (
    <div class="void">
      <p class="serif">{queue === undefined ? texts.filtered : texts[queue]}</p>
      <div class="acts">
        {queue !== 'open' && (
          <a class="btn main" href={inboxLink({})}>
            {texts.toOpen}
          </a>
        )}
        {queue !== 'mine' && (
          <a class="btn" href={inboxLink({ assigned: 'me' })}>
            {texts.toMine}
          </a>
        )}
      </div>
    </div>
  );
}
