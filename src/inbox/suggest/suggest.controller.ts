import { Controller, Get, Query } from '@nestjs/common';
import { LETTER_ROLES } from '../../letters/viewer.js';
import { fill } from '../../script/texts.js';
import { CurrentAccount, type SignedIn } from '../../staff/account.js';
import { Access } from '../../web/access.js';
import { paths } from '../../web/paths.js';
import { LONGEST_SEARCH, storable } from '../list/inbox.view.js';
import { suggestTexts } from './suggest.texts.js';
import type { Suggestion } from './suggestion.js';
import { SuggestionsService } from './suggestions.service.js';

/** What the search box offers while somebody types. */
@Controller()
@Access(LETTER_ROLES)
export class SuggestController {
  constructor(private readonly suggestions: SuggestionsService) {}

  /** `part` is the word or operator that the caret stands in, up to it; `q` is everything in the box. */
  @Get(paths.searchSuggestions)
  async offer(
    @CurrentAccount() account: SignedIn,
    @Query('part') part: unknown,
    @Query('q') whole: unknown,
  ): Promise<{ said: string; suggestions: (Omit<Suggestion, 'group'> & { group: string })[] }> {
    const { groups, count } = suggestTexts[account.language];
    const offered = await this.suggestions.offer(account, { part: text(part), whole: text(whole) });
    const form = new Intl.PluralRules(account.language === 'en' ? 'en' : 'sr').select(offered.length);
    const said = offered.length === 0 ? count.none : count[form === 'one' || form === 'few' ? form : 'many'];
    return {
      said: fill(said, { count: offered.length }),
      suggestions: offered.map((one) => ({ ...one, group: groups[one.group] })),
    };
  }
}

const text = (value: unknown) => (typeof value === 'string' ? storable(value.slice(0, LONGEST_SEARCH)) : '');
