import { day, isoLocal } from '../../calendar/dates.js';
import type { LetterView, Together } from '../../letters/letter.view.js';
import { LETTER_STATES, mayMove } from '../../letters/letter.states.js';
import { markdownToHtml } from '../../releases/markdown.js';
import { replyTexts } from '../../replies/reply.email.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { asset } from '../../web/assets.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Intro } from '../../web/components/intro.js';
import { Section } from '../../web/components/section.js';
import { PublicPage } from '../../web/public-page.js';
import { LetterStamp } from '../received/letter-stamp.js';
import { DetailsSection } from './details-section.js';
import { HowFar } from './how-far.js';
import type { MyLetterForm, MyLetterPageProps } from './my-letter-form.js';
import { myLetterTexts } from './my-letter.texts.js';
import { OwnWords } from './own-words.js';
import { SupplementSection } from './supplement-section.js';
import { Withdrawal } from './withdrawal.js';

/** The writer's own page: how far the letter has come, and everything that its writer may do with it. */
export function MyLetterPage(props: MyLetterPageProps) {
  const { language, profile, open, form, done } = props;
  const { letter } = open;
  const texts = myLetterTexts[language];
  const title = fill(texts.title, { reference: letter.reference });
  const isHere = letter.state !== 'withdrawn';
  return (
    <PublicPage
      language={language}
      profile={profile}
      path={props.path}
      title={form ? `${texts.errorTitle}: ${title}` : title}
      active="my-letter"
      head={letter.state === 'details_needed' ? <script src={asset('municipality.js')} defer /> : undefined}
      noindex
    >
      {form && <Trouble language={language} form={form} />}
      {done && (
        <div class="note" role="status">
          <p>
            <strong>{texts.done[done].title}.</strong> {texts.done[done].text}
          </p>
        </div>
      )}
      <Intro title={headOf(props)} lead={<Lead {...props} />} />
      <div class="after-intro">
        <LetterStamp language={language} timeZone={profile.timeZone} letter={letter} />
      </div>
      {letter.state === 'details_needed' && <DetailsSection {...props} />}
      <HowFar language={language} open={open} timeZone={profile.timeZone} isOwnPage />
      <Reply {...props} />
      <ForwardedTo {...props} />
      {isHere && (
        <Section id="words" title={texts.words}>
          <OwnWords language={language} open={open} timeZone={profile.timeZone} />
        </Section>
      )}
      {isHere && <SupplementSection {...props} />}
      {isHere && <Withdrawal {...props} isPossible={mayMove(letter.state, 'withdrawn', ['citizen'])} />}
    </PublicPage>
  );
}

function Trouble({ language, form }: { language: Language; form: MyLetterForm }) {
  const texts = myLetterTexts[language];
  if (form.errors.length > 0)
    return (
      <ErrorSummary
        title={texts.errors.title}
        description={texts.errors.summary}
        errors={form.errors.map(({ field, text }) => ({ text, href: `#${field}` }))}
      />
    );
  const { title, text } = texts.notices[form.notice ?? 'stale'];
  return <ErrorSummary title={title} description={fill(text, { minutes: form.minutes ?? 1 })} errors={[]} />;
}

/** The state's own sentence; of a merged letter, with which other letter of the writer's it is worked on. */
function headOf({ language, open: { letter, together } }: MyLetterPageProps): string {
  if (together === undefined) return textIn(language, LETTER_STATES[letter.state].citizen);
  const { state, reference } = together.letter;
  return fill(myLetterTexts[language].together[LETTER_STATES[state].open ? 'open' : 'done'], { reference });
}

/** One sentence on what the state means for the writer, and the day by which the office aims to answer. */
function Lead({ language, profile, open, dueOn }: MyLetterPageProps) {
  const { letter, events } = open.together ?? open;
  const texts = myLetterTexts[language];
  const { timeZone } = profile;
  const since = events.findLast((event) => event.toState === letter.state)?.at ?? letter.receivedAt;
  const own = fill(texts.leads[leadOf(letter)], { date: day(since, timeZone) });
  const text = open.together === undefined ? own : texts.together.lead;
  if (!LETTER_STATES[letter.state].open || letter.state === 'details_needed') return <>{text}</>;
  if (dueOn < new Date()) return <>{`${text} ${fill(texts.aimPassed, { date: day(dueOn, timeZone) })}`}</>;
  return (
    <>
      {text} {texts.aim}{' '}
      <span class="nowrap">
        <time datetime={isoLocal(dueOn, timeZone).slice(0, 10)}>{day(dueOn, timeZone)}</time>
      </span>
    </>
  );
}

function leadOf({ state }: Pick<LetterView, 'state'>): keyof (typeof myLetterTexts)['en']['leads'] {
  if (state === 'in_review' || state === 'approved') return 'in_work';
  return state === 'spam' ? 'closed' : state;
}

/** To whom the letter was handed, when, why, and how it went there. */
function ForwardedTo({ language, profile, forwardings }: MyLetterPageProps) {
  if (forwardings.length === 0) return null;
  const texts = myLetterTexts[language].forwarding;
  return (
    <Section id="forwarding" title={texts.title}>
      {forwardings.map(({ toldName, toldWhy, cover, notice }) => (
        <article class="prose" lang={notice?.language ?? language}>
          <h3>{toldName}</h3>
          <p class="small" lang={language}>
            {fill(texts.left[cover.route === 'post' ? 'post' : 'email'], {
              date: day(cover.dispatchedAt!, profile.timeZone),
            })}
          </p>
          <p>{toldWhy}</p>
        </article>
      ))}
      <p>{texts.answer}</p>
    </Section>
  );
}

/** Whether and how a reply came; a letter that ended otherwise has none to speak of. */
function Reply({ language, profile, open: { letter, events, together }, replies }: MyLetterPageProps) {
  const texts = myLetterTexts[language];
  if (together !== undefined && replies.length === 0) return <ReplyElsewhere {...{ language, together }} />;
  const { state } = letter;
  const isAnswered = state === 'answered';
  if (!isAnswered && replies.length === 0 && !LETTER_STATES[state].open) return null;
  const wish = letter.replyBy ?? (letter.email ? 'email' : letter.channel === 'post' ? 'post' : 'phone');
  const isCalled = events.findLast(({ toState }) => toState === 'answered')?.kind === 'call';
  const way = isCalled ? 'phone' : (replies.at(-1)?.route ?? wish);
  return (
    <Section id="reply" title={texts.reply}>
      {(isAnswered || replies.length === 0) && <p>{(isAnswered ? texts.replySent : texts.noReply)[way]}</p>}
      {replies.map((reply) => (
        <article class="prose" lang={reply.language} aria-label={reply.subject}>
          <h3>{reply.subject}</h3>
          <p class="small">
            <time datetime={isoLocal(reply.dispatchedAt!, profile.timeZone)}>
              {day(reply.dispatchedAt!, profile.timeZone)}
            </time>
          </p>
          <p>{reply.salutation},</p>
          {/* An officer's Markdown, approved by another: no raw HTML, links to safe places only. */}
          <div dangerouslySetInnerHTML={{ __html: markdownToHtml(reply.body, { origin: '' }) }} />
          <p>
            {replyTexts[reply.language].closing}
            <br />
            {textIn(reply.language, profile.department)}
          </p>
        </article>
      ))}
    </Section>
  );
}

/** A merged letter has no reply of its own: where the other's is. Nothing of it is told when there will be none. */
function ReplyElsewhere({ language, together }: { language: Language; together: Together }) {
  const { state, reference } = together.letter;
  const texts = myLetterTexts[language];
  if (state !== 'answered' && !LETTER_STATES[state].open) return null;
  return (
    <Section id="reply" title={texts.reply}>
      <p>{fill(state === 'answered' ? texts.together.replySent : texts.together.noReply, { reference })}</p>
    </Section>
  );
}
