import { dateline, isoLocal } from '../../calendar/dates.js';
import type { LetterView } from '../../letters/letter.view.js';
import type { Language } from '../../script/texts.js';
import { Stamp } from '../../web/components/stamp.js';
import { receivedTexts } from './received.texts.js';

interface LetterStampProps {
  language: Language;
  timeZone: string;
  letter: Pick<LetterView, 'reference' | 'registerNumber' | 'receivedAt'>;
}

/** The registry's stamp: the citizen's reference, the register number, date and time of receipt. */
export function LetterStamp({ language, timeZone, letter }: LetterStampProps) {
  const texts = receivedTexts[language];
  return (
    <Stamp
      cells={[
        { term: texts.reference, value: letter.reference },
        { term: texts.registerEntry, value: letter.registerNumber ?? texts.registerFollows },
        {
          term: texts.receivedAt,
          value: (
            <time datetime={isoLocal(letter.receivedAt, timeZone)}>
              {dateline(letter.receivedAt, timeZone)}
            </time>
          ),
        },
      ]}
    />
  );
}
