import { fill, type Language } from '../../script/texts.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import type { Archive } from '../archive.js';
import { archiveTexts, monthName } from './archive.texts.js';

export interface ArchiveNavProps {
  language: Language;
  archive: Archive;
  /** The year whose months are shown: the page's, else the newest. */
  year?: number;
  /** The page's month. */
  month?: number;
}

/** Years, and the months of one of them; a month without releases is named but is no link. */
export function ArchiveNav({ language, archive, year, month }: ArchiveNavProps) {
  const texts = archiveTexts[language];
  const shown = year ?? archive.years[0];
  if (shown === undefined) return null;
  return (
    <Section id="when" title={texts.when} wide>
      <nav aria-label={texts.years}>
        <ul class="dates">
          {archive.years.map((each) => (
            <li>
              <a
                href={paths.releasesOfYear(language, each)}
                aria-current={each === year ? (month === undefined ? 'page' : 'true') : undefined}
              >
                {fill(texts.year, { year: each })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav aria-label={fill(texts.months, { year: shown })}>
        <ul class="dates dates--months">
          {Array.from({ length: 12 }, (_, index) => index + 1).map((each) => (
            <li>
              {archive.count(shown, each) === 0 ? (
                <span>{monthName(language, each)}</span>
              ) : (
                <a
                  href={paths.releasesOfMonth(language, shown, each)}
                  aria-current={shown === year && each === month ? 'page' : undefined}
                >
                  {monthName(language, each)}
                </a>
              )}
            </li>
          ))}
        </ul>
      </nav>
    </Section>
  );
}
