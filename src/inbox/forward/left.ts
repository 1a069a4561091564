import { dateline } from '../../calendar/dates.js';
import type { Reply } from '../../replies/reply.js';
import { fill, type Language } from '../../script/texts.js';
import { forwardTexts } from './forward.texts.js';

/** When and how a covering letter left, and whether it came back. */
export function left(language: Language, { state, route, dispatchedAt, returnedReason }: Reply): string {
  const texts = forwardTexts[language];
  const words = { when: dateline(dispatchedAt!), route: texts.byRoute[route]!, reason: returnedReason ?? '' };
  return fill(state === 'returned' ? texts.returned : texts.left, words);
}
