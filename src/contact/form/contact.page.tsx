import type { OfficeProfile } from '../../config/office-profile.js';
import type { ReleaseSummary } from '../../releases/release-in-language.js';
import type { Language } from '../../script/texts.js';
import { asset } from '../../web/assets.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { PublicPage } from '../../web/public-page.js';
import { Ways } from '../home/ways.js';
import { type ContactForm } from './contact-form.js';
import { LetterForm, type LetterFormProps } from './letter-form.js';
import { contactTexts } from './contact.texts.js';
import { FormTrouble } from './form-trouble.js';
import { Powers } from './powers.js';

export interface ContactPageProps extends LetterFormProps {
  profile: OfficeProfile;
  form: ContactForm;
  release: ReleaseSummary | undefined;
}

/** Ways to write, what the President can do, and the form; once sent and refused, the trouble and the form alone. */
export function ContactPage(props: ContactPageProps) {
  const { language, profile, form } = props;
  const texts = contactTexts[language];
  const isTroubled = form.errors.length > 0 || form.notice !== undefined;
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/contact"
      title={isTroubled ? `${texts.errorTitle}: ${texts.title}` : texts.title}
      description={texts.description}
      active="contact"
      head={
        <>
          <script src={asset('municipality.js')} defer />
          {props.proofOfWork !== undefined && <script src={asset('proof-of-work.js')} defer />}
        </>
      }
    >
      {isTroubled ? (
        <>
          <Intro title={texts.title} tight />
          <FormTrouble language={language} profile={profile} form={form} />
          <LetterForm {...props} />
        </>
      ) : (
        <>
          <Intro title={texts.title} lead={texts.lead} />
          <WaysAndPowers language={language} profile={profile} />
          <div class="before-form">
            <LetterForm {...props} />
          </div>
        </>
      )}
    </PublicPage>
  );
}

function WaysAndPowers({ language, profile }: { language: Language; profile: OfficeProfile }) {
  const texts = contactTexts[language];
  return (
    <>
      <Section id="ways" title={texts.ways} wide>
        <Ways language={language} profile={profile} form={{ href: '#form', text: texts.toForm }} />
      </Section>
      <Powers language={language} profile={profile} />
    </>
  );
}
