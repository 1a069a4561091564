import { day, isoLocal } from '../../calendar/dates.js';
import type { OpenLetter } from '../../letters/letter.view.js';
import { LETTER_STATES } from '../../letters/letter.states.js';
import { type Language, textIn } from '../../script/texts.js';
import { Progress } from '../../web/components/progress.js';
import { Section } from '../../web/components/section.js';
import { letterProgress } from './letter-progress.js';
import { myLetterTexts } from './my-letter.texts.js';

interface HowFarProps {
  language: Language;
  open: Pick<OpenLetter, 'letter' | 'events'>;
  timeZone: string;
}

/** The quiet line of steps with their days. */
export function HowFar({ language, open: { letter, events }, timeZone }: HowFarProps) {
  const texts = myLetterTexts[language];
  const steps = letterProgress(letter.state, letter.receivedAt, events).map(({ state, at, isCurrent }) => ({
    label: state === 'closed' ? texts.closed : textIn(language, LETTER_STATES[state].officer),
    note: at ? <time datetime={isoLocal(at, timeZone).slice(0, 10)}>{day(at, timeZone)}</time> : texts.ahead,
    done: at !== undefined,
    current: isCurrent,
  }));
  return (
    <Section id="state" title={texts.state} wide>
      <Progress steps={steps} />
    </Section>
  );
}
