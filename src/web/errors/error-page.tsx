import type { ComponentChildren } from 'preact';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language } from '../../script/texts.js';
import { Intro } from '../components/intro.js';
import { PostalAddress } from '../components/postal-address.js';
import { Section } from '../components/section.js';
import { paths } from '../paths.js';
import { PublicPage } from '../public-page.js';
import { errorPageTexts, errorTextKey } from './error-page.texts.js';

export interface ErrorPageProps {
  language: Language;
  profile: OfficeProfile;
  status: number;
  /** A sentence of this refusal itself, in place of the usual one. */
  detail?: string;
  /** What the citizen had typed. */
  kept?: ComponentChildren;
  /** Names the fault in our log. */
  reference?: string;
}

/** The page that a citizen sees when something is refused, missing or broken. */
export function ErrorPage({ language, profile, status, detail, kept, reference }: ErrorPageProps) {
  const texts = errorPageTexts[language];
  const { title, lead } = texts[errorTextKey(status)];
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/"
      title={`${fill(texts.titlePrefix, { status })}: ${title}`}
      noindex
    >
      <Intro title={title} lead={detail ?? lead}>
        {reference !== undefined && (
          <p>
            {texts.reference}: <strong class="nowrap">{reference}</strong>
          </p>
        )}
      </Intro>
      {kept !== undefined && (
        <Section id="kept" title={texts.keptTitle}>
          <p>{texts.keptLead}</p>
          <div class="sheet">{kept}</div>
        </Section>
      )}
      {status < 500 && status !== 429 ? (
        <Onward language={language} />
      ) : (
        <OtherWays language={language} profile={profile} />
      )}
    </PublicPage>
  );
}

function Onward({ language }: { language: Language }) {
  const texts = errorPageTexts[language];
  const links = [
    [paths.home(language), texts.home],
    [paths.contact(language), texts.contact],
    [paths.releases(language), texts.releases],
    [paths.letters(language), texts.myLetter],
  ];
  return (
    <Section id="onward" title={texts.onward}>
      <ul class="onward">
        {links.map(([href, text]) => (
          <li>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Ways that need neither this program nor the citizen's network. */
function OtherWays({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = errorPageTexts[language];
  return (
    <Section id="ways" title={texts.write} wide>
      <ul class="ways ways--two">
        <li>
          <h3>{texts.byEmail}</h3>
          <p class="ways__where">
            <a href={`mailto:${profile.email}`}>{profile.email}</a>
          </p>
        </li>
        <li>
          <h3>{texts.byPost}</h3>
          <PostalAddress language={language} profile={profile} classes="ways__where" />
        </li>
      </ul>
    </Section>
  );
}
