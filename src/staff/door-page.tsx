import type { ComponentChildren } from 'preact';
import { type Language, LANGUAGES } from '../script/texts.js';
import { OfficePage } from '../web/office-page.js';
import { NAMES } from './form-parts.js';
import { staffTexts } from './staff.texts.js';

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
      <div class="door">
        <h1>{title}</h1>
        <section class="card">
          <div class="in">{children}</div>
        </section>
        {address && <LanguageSwitch language={language} address={address} />}
      </div>
    </OfficePage>
  );
}

function LanguageSwitch({ language, address }: { language: Language; address: (other: Language) => string }) {
  return (
    <nav class="languages" aria-label={staffTexts[language].language}>
      {LANGUAGES.map((each) =>
        each === language ? (
          <span aria-current="true" lang={each}>
            {NAMES[each]}
          </span>
        ) : (
          <a href={address(each)} lang={each} hreflang={each}>
            {NAMES[each]}
          </a>
        ),
      )}
    </nav>
  );
}

/** The language asked for with `?language=` or a form's field; the state's default script without one. */
export const chosenLanguage = (value: unknown): Language =>
  LANGUAGES.find((language) => language === value) ?? 'sr-Cyrl';
