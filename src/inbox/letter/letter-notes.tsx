import { missingDetails } from '../../letters/new-letter.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import type { Ui } from '../ui.js';
import type { LetterView } from '../../letters/letter.view.js';
import { letterTexts } from './letter.texts.js';

/** What stands between the letter's head and its words: missing details, suspect marks, a withdrawal. */
export function LetterNotes({ ui, letter }: { ui: Ui; letter: LetterView }) {
  const texts = letterTexts[ui.language];
  const missing = letter.state === 'details_needed' ? missingDetails(letter) : [];
  return (
    <>
      {missing.length > 0 && (
        <div class="note">
          <Icon name="clock" />
          <div>
            <p>
              <b>
                {fill(texts.details.missing, {
                  list: missing.map((name) => texts.details.names[name]).join(', '),
                })}
              </b>{' '}
              {texts.details.missingHint}
            </p>
          </div>
        </div>
      )}
      {letter.suspect.length > 0 && (
        <div class="note">
          <Icon name="alert" />
          <div>
            <p>
              <b>{texts.suspect.heading}</b>
            </p>
            <ul>
              {letter.suspect.map((mark) => (
                <li>{explain(texts.suspect, mark)}</li>
              ))}
            </ul>
            <p class="mid">{texts.suspect.honest}</p>
          </div>
        </div>
      )}
      {letter.state === 'withdrawn' && (
        <div class="note">
          <Icon name="alert" />
          <p>{texts.withdrawn}</p>
        </div>
      )}
    </>
  );
}

function explain(
  texts: { honeypot: string; fast: string; repeated: string; other: string },
  mark: string,
): string {
  return mark === 'honeypot' || mark === 'fast' || mark === 'repeated'
    ? texts[mark]
    : fill(texts.other, { mark });
}
