import type { ComponentChildren } from 'preact';
import { fill } from '../../script/texts.js';
import { Button, ButtonGroup } from '../../web/components/button.js';
import { Intro } from '../../web/components/intro.js';
import { paths } from '../../web/paths.js';
import { VERSION_NAMES } from '../../web/public-page.texts.js';
import { PublicPage } from '../../web/public-page.js';
import type { FollowPageProps } from './follow.page.js';
import { followTexts } from './follow.texts.js';
import { CONFIRM_DAYS, type Subscription } from './subscription.js';

/** After asking, the same whether the address was known or not. */
export function AskedPage(props: FollowPageProps) {
  const { language } = props;
  const texts = followTexts[language].asked;
  return (
    <Notice {...props} path="/releases/follow/asked" title={texts.title} lead={texts.lead}>
      <p>{texts.none}</p>
      <p class="more">
        <a href={paths.follow(language)}>{texts.again}</a>
      </p>
      <p class="more">
        <a href={paths.releases(language)}>{texts.toReleases}</a>
      </p>
    </Notice>
  );
}

/** Behind the link to confirm: only the button confirms, since mail scanners follow links. */
export function ConfirmPage(props: FollowPageProps & { token: string; asked: Subscription }) {
  const { language, token, asked } = props;
  const { confirm, rhythms } = followTexts[language];
  return (
    <Notice
      {...props}
      path={`/releases/follow/confirmation/${token}`}
      title={confirm.title}
      lead={confirm.lead}
    >
      <p>
        <strong>{asked.address}</strong>
        <br />
        {rhythms[asked.rhythm].title} · <span lang={asked.language}>{VERSION_NAMES[asked.language]}</span>
      </p>
      <form action={paths.followConfirmation(language, token)} method="post">
        <ButtonGroup>
          <Button preventDoubleClick>{confirm.button}</Button>
        </ButtonGroup>
      </form>
    </Notice>
  );
}

/** Behind List-Unsubscribe, for whoever opens it by hand. */
export function OneClickPage(props: FollowPageProps & { token: string }) {
  const { language, token } = props;
  const { leave, leaveText, leaveButton } = followTexts[language].manage;
  return (
    <Notice {...props} path={`/releases/follow/one-click/${token}`} title={leave} lead={leaveText}>
      <form action={paths.followOneClick(language, token)} method="post">
        <ButtonGroup>
          <Button>{leaveButton}</Button>
        </ButtonGroup>
      </form>
    </Notice>
  );
}

export function LeftPage(props: FollowPageProps) {
  const { left } = followTexts[props.language];
  return (
    <Notice {...props} path="/releases/follow/left" title={left.title} lead={left.lead}>
      <Again {...props} text={left.again} />
    </Notice>
  );
}

/** The link is ours, but what it would confirm or change is no more. */
export function ExpiredPage(props: FollowPageProps) {
  const { expired } = followTexts[props.language];
  const lead = fill(expired.lead, { days: CONFIRM_DAYS });
  return (
    <Notice {...props} path="/releases/follow" title={expired.title} lead={lead}>
      <Again {...props} text={expired.again} />
    </Notice>
  );
}

const Again = ({ language, text }: FollowPageProps & { text: string }) => (
  <p class="more">
    <a href={paths.follow(language)}>{text}</a>
  </p>
);

const Notice = ({
  language,
  profile,
  path,
  title,
  lead,
  children,
}: FollowPageProps & { path: string; title: string; lead: string; children: ComponentChildren }) => (
  <PublicPage language={language} profile={profile} path={path} title={title} active="releases" noindex>
    <Intro title={title} lead={lead} />
    <div class="after-intro">{children}</div>
  </PublicPage>
);
