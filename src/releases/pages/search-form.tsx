import { type Language } from '../../script/texts.js';
import { Button } from '../../web/components/button.js';
import { Input } from '../../web/components/input.js';
import { paths } from '../../web/paths.js';
import { LONGEST_SEARCH } from '../found-words.js';
import { archiveTexts } from './archive.texts.js';

export function SearchForm({ language, q = '' }: { language: Language; q?: string }) {
  const texts = archiveTexts[language];
  return (
    <form
      class="seek"
      action={paths.releases(language)}
      method="get"
      role="search"
      aria-label={texts.searchForm}
    >
      <Input id="q" name="q" type="search" label={texts.searchLabel} value={q} maxlength={LONGEST_SEARCH} />
      <Button>{texts.searchButton}</Button>
    </form>
  );
}
