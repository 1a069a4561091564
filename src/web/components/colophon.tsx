import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { paths } from '../paths.js';
import { publicPageTexts } from '../public-page.texts.js';

/** The foot of every public page: who, where, and the few links that belong everywhere. */
export function Colophon({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = publicPageTexts[language];
  const { street, postalCode, city } = profile.address;
  return (
    <footer class="colophon">
      <div class="wrap">
        <address class="address">
          <strong>{textIn(language, profile.name)}</strong>{' '}
          {`${textIn(language, street)}, ${postalCode} ${textIn(language, city)}`}
          <br />
          <a href={`mailto:${profile.email}`}>{profile.email}</a>
        </address>
        <nav aria-label={texts.footer}>
          <ul>
            <li>
              <a href={`${paths.contact(language)}#personal-data`}>{texts.personalData}</a>
            </li>
            <li>
              <a href={paths.accessibility(language)}>{texts.accessibility}</a>
            </li>
            <li>
              <a href={paths.feed(language, 'rss')}>{texts.feed}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
