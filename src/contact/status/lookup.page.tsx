import type { OfficeProfile } from '../../config/office-profile.js';
import type { OpenLetter } from '../../letters/letter.view.js';
import { LETTER_STATES } from '../../letters/letter.states.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Input } from '../../web/components/input.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { LetterStamp } from '../received/letter-stamp.js';
import { HowFar } from './how-far.js';
import { statusTexts } from './status.texts.js';

/** The form of reference and surname, as it comes back. */
export interface LookupForm {
  values: { reference?: string; surname?: string };
  /** `notFound` says nothing about which of the two is wrong. */
  errors: ('reference' | 'surname' | 'notFound')[];
  notice?: 'stale' | 'busy';
  minutes?: number;
}

interface Shell {
  language: Language;
  profile: OfficeProfile;
  formToken: string;
}

export function LookupPage({ language, profile, formToken, form }: Shell & { form: LookupForm }) {
  const texts = statusTexts[language];
  const isTroubled = form.errors.length > 0 || form.notice !== undefined;
  const errorOf = (field: 'reference' | 'surname') =>
    form.errors.includes(field) ? texts.errors[field] : undefined;
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/letters"
      title={isTroubled ? `${texts.errorTitle}: ${texts.title}` : texts.title}
      description={texts.description}
      active="my-letter"
    >
      {isTroubled && <Trouble language={language} form={form} />}
      <Intro title={texts.title} lead={texts.lead} />
      <Section id="find" title={texts.form}>
        <form action={paths.letters(language)} method="post" novalidate>
          <input type="hidden" name="formToken" value={formToken} />
          <Input
            name="reference"
            label={texts.reference}
            hint={texts.referenceHint}
            value={form.values.reference}
            errorMessage={errorOf('reference')}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            classes="govuk-input--width-20"
          />
          <Input
            name="surname"
            label={texts.surname}
            hint={texts.surnameHint}
            value={form.values.surname}
            errorMessage={errorOf('surname')}
            autocomplete="family-name"
          />
          <ButtonGroup>
            <Button>{texts.look}</Button>
          </ButtonGroup>
        </form>
      </Section>
    </PublicPage>
  );
}

function Trouble({ language, form }: { language: Language; form: LookupForm }) {
  const { errors } = statusTexts[language];
  if (form.errors.length === 0) {
    const { title, text } = errors[form.notice ?? 'stale'];
    return (
      <ErrorSummary title={title} description={fill(text, { minutes: form.minutes ?? 1 })} errors={[]} />
    );
  }
  return (
    <ErrorSummary
      title={errors.title}
      errors={form.errors.map((error) => ({
        text: errors[error],
        href: error === 'surname' ? '#surname' : '#reference',
      }))}
    />
  );
}

/** What reference and surname open: the state and its days, and a way to get the private link again. */
export function FoundPage({ language, profile, formToken, open }: Shell & { open: OpenLetter }) {
  const texts = statusTexts[language];
  const { letter, together } = open;
  const state = (together ?? open).letter.state;
  const title =
    together === undefined
      ? textIn(language, LETTER_STATES[state].citizen)
      : texts.together[LETTER_STATES[state].open ? 'open' : 'done'];
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/letters"
      title={texts.title}
      active="my-letter"
      noindex
    >
      <Intro title={title} />
      <div class="after-intro">
        <LetterStamp language={language} timeZone={profile.timeZone} letter={letter} />
      </div>
      <HowFar language={language} open={open} timeZone={profile.timeZone} />
      <Section id="link" title={texts.linkTitle} classes="no-print">
        {letter.email === null ? (
          <p>{texts.noEmail}</p>
        ) : (
          <>
            <p>{texts.linkText}</p>
            <form action={paths.resentLink(language)} method="post" novalidate>
              <input type="hidden" name="formToken" value={formToken} />
              <input type="hidden" name="reference" value={letter.reference} />
              <ButtonGroup>
                <Button>{texts.linkButton}</Button>
              </ButtonGroup>
            </form>
          </>
        )}
        <p class="more">
          <a href={paths.letters(language)}>{texts.again}</a>
        </p>
      </Section>
    </PublicPage>
  );
}

export function LinkSentPage({ language, profile }: Omit<Shell, 'formToken'>) {
  const texts = statusTexts[language];
  return (
    <PublicPage
      language={language}
      profile={profile}
      path="/letters"
      title={texts.linkSentTitle}
      active="my-letter"
      noindex
    >
      <Intro title={texts.linkSentTitle} lead={texts.linkSentText} />
    </PublicPage>
  );
}
