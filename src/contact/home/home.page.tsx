import { dateline, isoLocal } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { ReleaseSummary } from '../../releases/release-in-language.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { Section } from '../../web/components/section.js';
import { Steps } from '../../web/components/steps.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { homeTexts } from './home.texts.js';
import { Ways } from './ways.js';

interface HomePageProps {
  language: Language;
  profile: OfficeProfile;
  releases: ReleaseSummary[];
}

export function HomePage({ language, profile, releases }: HomePageProps) {
  const texts = homeTexts[language];
  const steps = texts.steps.map(({ title, text }) => ({
    title,
    text: fill(text, { days: profile.replyWithinDays }),
  }));
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/"
      title={texts.title}
      active="home"
      description={texts.description}
    >
      <div class="intro intro--home">
        <div>
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <ButtonGroup>
            <Button href={paths.contact(language)}>{texts.write}</Button>
            <Button href={paths.letters(language)} secondary>
              {texts.see}
            </Button>
          </ButtonGroup>
        </div>
        <div class="envelope" aria-hidden="true">
          <p>
            {textIn(language, profile.name)}
            <br />
            {textIn(language, profile.address.street)}
            <br />
            {`${profile.address.postalCode} ${textIn(language, profile.address.city)}`}
          </p>
        </div>
      </div>
      <Section id="newest" title={texts.newest}>
        <NewestReleases language={language} releases={releases} timeZone={profile.timeZone} />
      </Section>
      <Section id="ways" title={texts.ways} wide>
        <Ways
          language={language}
          profile={profile}
          form={{ href: paths.contact(language), text: texts.openForm }}
        />
      </Section>
      <Section id="answers" title={texts.answers}>
        <Steps steps={steps} />
      </Section>
    </PublicPage>
  );
}

function NewestReleases(props: { language: Language; releases: ReleaseSummary[]; timeZone: string }) {
  const { language, releases, timeZone } = props;
  const texts = homeTexts[language];
  if (releases.length === 0) return <p>{texts.noReleases}</p>;
  return (
    <>
      <ul class="releases">
        {releases.map((release, index) => (
          <li class={index === 0 ? 'releases__lead' : undefined}>
            <p class="dateline">
              <time datetime={isoLocal(release.publishedAt, timeZone)}>
                {dateline(release.publishedAt, timeZone)}
              </time>
            </p>
            <h3 lang={release.textLanguage === language ? undefined : release.textLanguage}>
              <a href={paths.release(language, release.slug)}>{release.title}</a>
            </h3>
            {index === 0 && release.lead !== '' && (
              <p lang={release.textLanguage === language ? undefined : release.textLanguage}>
                {release.lead}
              </p>
            )}
          </li>
        ))}
      </ul>
      <p class="more">
        <a href={paths.releases(language)}>{texts.allReleases}</a>
      </p>
    </>
  );
}
