import { dayInWords } from '../../calendar/dates.js';
import type { Reading } from '../../letters/reading-list/reading-list.queries.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { ScanLink } from '../reading-list/scan-link.js';
import { readingListTexts } from '../reading-list/reading-list.texts.js';
import type { Ui } from '../ui.js';
import { ActionField, ActionPanel } from './action-panel.js';
import type { ActionFormProps } from './actions.js';
import { LONGEST_INTRODUCTION } from './reading.dto.js';

/** Puts the letter among those that the head of state reads, with one line that says why. */
export function ReadingForm({ ui, letter, query, problem }: ActionFormProps) {
  const texts = readingListTexts[ui.language];
  const entered = problem?.action === 'for-reading' ? problem.values.introduction : undefined;
  return (
    <ActionPanel {...{ ui, letter, query, problem }} action="for-reading" heading={texts.title}>
      <ActionField
        action="for-reading"
        field="introduction"
        label={texts.introduction}
        hint={texts.introductionHint}
        problem={problem}
      >
        {(attributes) => (
          <textarea {...attributes} rows={3} required maxlength={LONGEST_INTRODUCTION} autofocus>
            {entered}
          </textarea>
        )}
      </ActionField>
      <button class="btn main">{texts.put}</button>
    </ActionPanel>
  );
}

/** Says of a letter that it is, or was, on a list, and what came of it. */
export function ReadingNotes({
  ui,
  reference,
  readings,
}: {
  ui: Ui;
  reference: string;
  readings: readonly Reading[];
}) {
  const texts = readingListTexts[ui.language];
  return (
    <>
      {readings.map(({ day, annotation, annotationEvent, scan }) => (
        <div class="note">
          <p>
            <a href={day === null ? paths.readingList : paths.readingListOf(day)}>
              {day === null ? texts.isListed : fill(texts.wasRead, { day: dayInWords(day) })}
            </a>
            {annotation !== null && (
              <>
                {' '}
                {texts.annotation}: <q>{annotation}</q>
              </>
            )}
            {annotationEvent !== null && scan !== null && (
              <>
                {' '}
                <ScanLink ui={ui} reference={reference} event={annotationEvent} scan={scan} />
              </>
            )}
          </p>
        </div>
      ))}
    </>
  );
}
