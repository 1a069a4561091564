import type { ComponentChildren } from 'preact';
import { type Language, LANGUAGES } from '../script/texts.js';
import { OfficePage } from '../web/office-page.js';
import { NAMES } from './form-parts.js';

interface DoorPageProps {
  language: Language;
  title: string;
  /** This page's address in another language; absent where a switch would lose what was typed. */
  address?: (language: Language) => string;
  children: ComponentChildren;
}

/** The pages before sign-in: one narrow sheet and a small switch of language and script. */
export function DoorPage({ language, title, address, children }: DoorPageProps) {
  return (
    <OfficePage account={undefined} language={language} title={title}>
      <header class="page-head">
        <h1>{title}</h1>
      </header>
      <div class="tiles">
        <section class="card">
          <div class="in">{children}</div>
        </section>
      </div>
      {address && (
        <nav
          class="acts"
          lang={language === 'en' ? 'en' : 'sr'}
          aria-label={language === 'en' ? 'Language' : 'Језик / Jezik'}
        >
          {LANGUAGES.map((each) =>
            each === language ? (
              <span class="btn plain" aria-current="true" lang={each}>
                {NAMES[each]}
              </span>
            ) : (
              <a class="btn plain" href={address(each)} lang={each} hreflang={each}>
                {NAMES[each]}
              </a>
            ),
          )}
        </nav>
      )}
    </OfficePage>
  );
}

/** The language asked for with `?language=` or a form's field; the state's default script without one. */
export const chosenLanguage = (value: unknown): Language =>
  LANGUAGES.find((language) => language === value) ?? 'sr-Cyrl';
