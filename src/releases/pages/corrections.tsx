import { dateline, isoLocal } from '../../calendar/dates.js';
import type { Language } from '../../script/texts.js';
import type { CorrectionInLanguage } from '../release-in-language.js';
import { releaseTexts } from './release.texts.js';

/** What was put right after publication, dated, before the words that it changed; the newest first. */
export const Corrections = ({
  language,
  timeZone,
  corrections,
}: {
  language: Language;
  timeZone: string;
  corrections: CorrectionInLanguage[];
}) =>
  corrections.length === 0 ? null : (
    <aside class="corrections" aria-label={releaseTexts[language].corrections}>
      {corrections.toReversed().map(({ at, note, textLanguage }) => (
        <p>
          <strong>
            {releaseTexts[language].correction},{' '}
            <time datetime={isoLocal(at, timeZone)}>{dateline(at, timeZone)}</time>
          </strong>{' '}
          <span lang={textLanguage === language ? undefined : textLanguage}>{note}</span>
        </p>
      ))}
    </aside>
  );
