import { fill } from '../../script/texts.js';
import type { SignedIn } from '../../staff/account.js';
import { OfficePage } from '../../web/office-page.js';
import { paths } from '../../web/paths.js';
import { inboxLink } from '../list/inbox.view.js';
import { KEPT } from './recent-searches.queries.js';
import { suggestTexts } from './suggest.texts.js';

/** Every remembered search of an officer, as a link and with a way to be rid of it. */
export function RecentPage({
  account,
  searches,
  isDone,
}: {
  account: SignedIn;
  searches: readonly string[];
  isDone: boolean;
}) {
  const texts = suggestTexts[account.language].recent;
  return (
    <OfficePage account={account} language={account.language} title={texts.title} active="inbox">
      <header class="page-head">
        <h1>{texts.title}</h1>
      </header>
      {isDone && (
        <p class="note" role="status">
          {texts.forgotten}
        </p>
      )}
      <p>{searches.length === 0 ? texts.none : fill(texts.lead, { limit: KEPT })}</p>
      {searches.length > 0 && (
        <>
          <ul class="sought">
            {searches.map((query) => (
              <li>
                <a href={inboxLink({ q: query })}>{query}</a>
                <ForgetForm
                  account={account}
                  query={query}
                  words={texts.forget}
                  label={fill(texts.forgetOne, { query })}
                />
              </li>
            ))}
          </ul>
          <ForgetForm account={account} words={texts.forgetAll} />
        </>
      )}
    </OfficePage>
  );
}

function ForgetForm(props: { account: SignedIn; query?: string; words: string; label?: string }) {
  return (
    <form method="post" action={paths.recentSearches}>
      <input type="hidden" name="_csrf" value={props.account.csrfToken} />
      {props.query !== undefined && <input type="hidden" name="query" value={props.query} />}
      <button class={props.query === undefined ? 'btn' : 'btn plain'} aria-label={props.label}>
        {props.words}
      </button>
    </form>
  );
}
