import type { OfficeProfile } from '../../config/office-profile.js';
import type { Language } from '../../script/texts.js';
import { Intro } from '../components/intro.js';
import { PostalAddress } from '../components/postal-address.js';
import { Section } from '../components/section.js';
import { PublicPage } from '../public-page.js';
import { accessibilityTexts } from './accessibility.texts.js';

export function AccessibilityPage({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = accessibilityTexts[language];
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/accessibility"
      title={texts.title}
      description={texts.lead}
    >
      <Intro title={texts.title} lead={texts.lead} />
      <Section id="met" title={texts.met.title}>
        <List items={texts.met.items} />
      </Section>
      <Section id="not-met" title={texts.notMet.title}>
        <p>{texts.notMet.lead}</p>
        <List items={texts.notMet.items} />
      </Section>
      <Section id="checked" title={texts.checked.title}>
        <p>{texts.checked.text}</p>
      </Section>
      <Section id="complain" title={texts.complain.title}>
        <p>{texts.complain.lead}</p>
        <p>
          <a href={`mailto:${profile.email}`}>{profile.email}</a>
        </p>
        <PostalAddress language={language} profile={profile} />
        <p>{texts.complain.body}</p>
      </Section>
    </PublicPage>
  );
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul class="list">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);
