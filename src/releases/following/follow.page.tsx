import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { FormPart } from '../../web/components/form-part.js';
import { Input } from '../../web/components/input.js';
import { Intro } from '../../web/components/intro.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { PageHead } from '../pages/page-head.js';
import { FollowTrouble, isTroubled, RhythmField, VersionField } from './choice-fields.js';
import type { FollowForm } from './follow-form.js';
import { followTexts } from './follow.texts.js';

export interface FollowPageProps {
  language: Language;
  profile: OfficeProfile;
  /** `PUBLIC_URL`. */
  origin: string;
}

/** `/releases/follow`: address, rhythm, version; below, the feeds for who prefers those. */
export function FollowPage(props: FollowPageProps & { form: FollowForm; formToken: string }) {
  const { language, profile, origin, form } = props;
  const texts = followTexts[language];
  const title = isTroubled(form) ? `${texts.errorTitle}: ${texts.title}` : texts.title;
  return (
    <PublicPage
      {...{ language, profile, origin, title }}
      path="/releases/follow"
      description={texts.description}
      active="releases"
      head={
        <PageHead
          {...{ language, origin, title: texts.title, description: texts.description }}
          canonical={paths.follow(language)}
          siteName={textIn(language, profile.name)}
        />
      }
    >
      {isTroubled(form) ? (
        <>
          <Intro title={texts.title} tight />
          <FollowTrouble language={language} form={form} title={texts.errors.title} />
        </>
      ) : (
        <Intro title={texts.title} lead={texts.lead}>
          <Feeds language={language} />
        </Intro>
      )}
      <FormOfFollowing {...props} />
    </PublicPage>
  );
}

function FormOfFollowing({
  language,
  form,
  formToken,
}: {
  language: Language;
  form: FollowForm;
  formToken: string;
}) {
  const texts = followTexts[language];
  return (
    <form
      class="sheet sheet--form"
      id="form"
      action={paths.follow(language)}
      method="post"
      novalidate
      aria-label={texts.form}
    >
      <input type="hidden" name="formToken" value={formToken} />
      <Trap label={texts.trap} />
      <FormPart number={1} title={texts.address}>
        <Input
          name="email"
          type="email"
          label={texts.email}
          hint={texts.emailHint}
          value={form.values.email}
          errorMessage={form.errors.includes('email') ? texts.errors.email : undefined}
          autocomplete="email"
          spellcheck={false}
        />
      </FormPart>
      <FormPart number={2} title={texts.when}>
        <RhythmField language={language} form={form} />
      </FormPart>
      <FormPart number={3} title={texts.version}>
        <VersionField language={language} form={form} />
      </FormPart>
      <section class="part" aria-labelledby="your-address">
        <div class="part__legend">
          <h2 id="your-address">{texts.dataTitle}</h2>
        </div>
        <div class="part__body">
          <p>{texts.data}</p>
          <ButtonGroup>
            <Button preventDoubleClick>{texts.send}</Button>
          </ButtonGroup>
        </div>
      </section>
    </form>
  );
}

const Feeds = ({ language }: { language: Language }) => (
  <p class="small">
    {followTexts[language].feeds}{' '}
    {(['atom', 'rss', 'json'] as const).map((format, index) => (
      <>
        {index > 0 && ' · '}
        <a href={paths.feed(language, format)}>{{ atom: 'Atom', rss: 'RSS', json: 'JSON Feed' }[format]}</a>
      </>
    ))}
  </p>
);

/** Programs fill in every field; people never see this one. What has it filled in gets the same answer and no e-mail. */
const Trap = ({ label }: { label: string }) => (
  <div class="govuk-visually-hidden" aria-hidden="true">
    <label for="website">{label}</label>
    <input id="website" name="website" type="text" tabIndex={-1} autocomplete="off" />
  </div>
);
