import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, LANGUAGES, textIn } from '../../script/texts.js';
import { inVersion, paths } from '../paths.js';
import { publicPageTexts, VERSION_NAMES } from '../public-page.texts.js';

/** Which entry of the menu the page belongs to. */
export type MenuPlace = 'home' | 'contact' | 'releases' | 'my-letter';

export interface LetterheadProps {
  language: Language;
  profile: OfficeProfile;
  path: string;
  active?: MenuPlace;
}

export function Letterhead({ language, profile, path, active }: LetterheadProps) {
  const texts = publicPageTexts[language];
  const entries: { place: MenuPlace; href: string; text: string }[] = [
    { place: 'home', href: paths.home(language), text: texts.home },
    { place: 'contact', href: paths.contact(language), text: texts.contact },
    { place: 'releases', href: paths.releases(language), text: texts.releases },
    { place: 'my-letter', href: paths.letters(language), text: texts.myLetter },
  ];
  return (
    <header class="letterhead">
      <div class="wrap">
        <div class="letterhead__mark"></div>
        <div class="letterhead__top">
          <a class="letterhead__name" href={paths.home(language)}>
            <strong>{textIn(language, profile.name)}</strong>
            <span>{textIn(language, profile.department)}</span>
          </a>
          <nav aria-label={texts.languages}>
            <ul class="scripts">
              {LANGUAGES.map((version) => (
                <li>
                  {version === language ? (
                    <span lang={version} aria-current="true">
                      {VERSION_NAMES[version]}
                    </span>
                  ) : (
                    <a href={inVersion(version, path)} lang={version} hreflang={version}>
                      {VERSION_NAMES[version]}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <nav aria-label={texts.menu}>
          <ul class="menu">
            {entries.map((entry) => (
              <li>
                <a href={entry.href} aria-current={entry.place === active ? 'page' : undefined}>
                  {entry.text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
