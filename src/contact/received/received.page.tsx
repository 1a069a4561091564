import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import type { LetterView } from '../../letters/letter.view.js';
import { fill, type Language } from '../../script/texts.js';
import { Button } from '../../web/components/button.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { Steps } from '../../web/components/steps.js';
import { PublicPage } from '../../web/public-page.js';
import { LetterStamp } from './letter-stamp.js';
import { receivedTexts } from './received.texts.js';

interface ReceivedPageProps {
  language: Language;
  profile: OfficeProfile;
  letter: LetterView;
  dueOn: Date;
  /** This page's address without a version. */
  path: string;
  /** Address of the writer's own page. */
  letterPath: string;
  /** Address of the status page as it is read from paper. */
  statusAddress: string;
}

/** The receipt: what to keep, what happens next. */
export function ReceivedPage(props: ReceivedPageProps) {
  const { language, profile, letter } = props;
  const texts = receivedTexts[language];
  return (
    <PublicPage language={language} profile={profile} path={props.path} title={texts.title} noindex>
      <Intro title={texts.title} lead={texts.lead} />
      <div class="after-intro">
        <LetterStamp language={language} timeZone={profile.timeZone} letter={letter} />
        {letter.registerNumber === null && <p class="small">{texts.numberFollows}</p>}
        <div class="govuk-button-group no-print">
          <Button href={props.letterPath}>{texts.open}</Button>
          <Button type="button" secondary classes="by-script" attributes={{ 'data-print': '' }}>
            {texts.print}
          </Button>
        </div>
        <p class="small no-print">{texts.printHint}</p>
        <p class="print-only">{fill(texts.onPaper, { address: props.statusAddress })}</p>
      </div>
      <Section id="next" title={texts.next}>
        <Steps
          steps={[
            letter.email === null ? texts.byPage : texts.byEmail,
            texts.reading,
            {
              title: texts.reply.title,
              text: <ReplyBy language={language} dueOn={props.dueOn} timeZone={profile.timeZone} />,
            },
          ]}
        />
      </Section>
      <Section id="more" title={texts.more}>
        <p>{texts.moreText}</p>
      </Section>
    </PublicPage>
  );
}

function ReplyBy({ language, dueOn, timeZone }: { language: Language; dueOn: Date; timeZone: string }) {
  const { before, after } = receivedTexts[language].reply;
  // The date ends with a full stop of its own in every version.
  return (
    <>
      {before} <strong class="nowrap">{day(dueOn, timeZone)}</strong> {after}
    </>
  );
}
