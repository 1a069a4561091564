import { day, isoLocal } from '../../calendar/dates.js';
import type { OpenLetter } from '../../letters/letter.view.js';
import { LETTER_STATES } from '../../letters/letter.states.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { Progress } from '../../web/components/progress.js';
import { Section } from '../../web/components/section.js';
import { letterProgress } from './letter-progress.js';
import { myLetterTexts } from './my-letter.texts.js';

interface HowFarProps {
  language: Language;
  open: Pick<OpenLetter, 'letter' | 'events' | 'together'>;
  timeZone: string;
  /** Whether the page may name the letter that is worked on in place of this one. */
  isOwnPage?: boolean;
}

/** The quiet line of steps with their days; of a merged letter, those of the one that is worked on in its place. */
export function HowFar({ language, open, timeZone, isOwnPage = false }: HowFarProps) {
  const { letter, events } = open.together ?? open;
  const texts = myLetterTexts[language];
  const title =
    open.together !== undefined && isOwnPage
      ? fill(texts.together.state, { reference: letter.reference })
      : texts.state;
  const steps = letterProgress(letter.state, letter.receivedAt, events).map(({ state, at, isCurrent }) => ({
    label: state === 'closed' ? texts.closed : textIn(language, LETTER_STATES[state].officer),
    note: at ? <time datetime={isoLocal(at, timeZone).slice(0, 10)}>{day(at, timeZone)}</time> : texts.ahead,
    done: at !== undefined,
    current: isCurrent,
  }));
  return (
    <Section id="state" title={title} wide>
      <Progress steps={steps} />
    </Section>
  );
}
