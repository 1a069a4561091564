import { Button, ButtonGroup } from '../../web/components/button.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import { PublicPage } from '../../web/public-page.js';
import { FollowTrouble, isTroubled, RhythmField, VersionField } from './choice-fields.js';
import type { FollowForm } from './follow-form.js';
import type { FollowPageProps } from './follow.page.js';
import { followTexts } from './follow.texts.js';
import type { Subscription } from './subscription.js';

export interface MinePageProps extends FollowPageProps {
  token: string;
  subscription: Subscription;
  form: FollowForm;
  formToken: string;
  done?: 'confirmed' | 'changed';
}

/** The follower's own page: what comes and when, and the way out. */
export function MinePage(props: MinePageProps) {
  const { language, profile, token, subscription, form, formToken, done } = props;
  const texts = followTexts[language];
  const { manage } = texts;
  return (
    <PublicPage
      language={language}
      profile={profile}
      path={`/releases/follow/mine/${token}`}
      title={isTroubled(form) ? `${texts.errorTitle}: ${manage.title}` : manage.title}
      active="releases"
      noindex
    >
      <FollowTrouble language={language} form={form} title={texts.errors.titleOfChange} />
      <Intro title={manage.title} lead={manage.lead} />
      <div class="after-intro">
        {done !== undefined && (
          <div class="note" role="status">
            <p>{manage[done]}</p>
          </div>
        )}
        <p>
          {manage.to} <strong>{subscription.address}</strong>
        </p>
      </div>
      <Section id="change" title={manage.change}>
        <form action={paths.followed(language, token)} method="post" novalidate>
          <input type="hidden" name="formToken" value={formToken} />
          <RhythmField language={language} form={form} />
          <VersionField language={language} form={form} />
          <ButtonGroup>
            <Button>{manage.save}</Button>
          </ButtonGroup>
        </form>
      </Section>
      <Section id="leave" title={manage.leave}>
        <p>{manage.leaveText}</p>
        <form action={paths.followEnd(language, token)} method="post">
          <input type="hidden" name="formToken" value={formToken} />
          <ButtonGroup>
            <Button secondary>{manage.leaveButton}</Button>
          </ButtonGroup>
        </form>
      </Section>
    </PublicPage>
  );
}
