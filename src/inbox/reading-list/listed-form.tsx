import type { ListedForReading } from '../../letters/reading-list/reading-list.queries.js';
import { fill } from '../../script/texts.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import { LONGEST_INTRODUCTION } from '../letter/reading.dto.js';
import type { Ui } from '../ui.js';
import type { ReadingProblem } from './reading-problem.js';
import { readingListTexts } from './reading-list.texts.js';

/** One letter of the list that is put together: its introduction, its place, and the way off the list. */
export function ListedForm({
  ui,
  letter,
  name,
  place,
  problem,
}: {
  ui: Ui;
  letter: ListedForReading;
  name: string;
  place: { isFirst: boolean; isLast: boolean };
  problem: ReadingProblem | undefined;
}) {
  const texts = readingListTexts[ui.language];
  return (
    <form class="in stack" method="post" action={paths.readingListPart('changes')} novalidate>
      <input type="hidden" name="_csrf" value={ui.account.csrfToken} />
      <input type="hidden" name="reference" value={letter.reference} />
      <OfficeField
        id={`introduction-${letter.reference}`}
        name="introduction"
        label={texts.introduction}
        error={problem?.message}
      >
        {(attributes) => (
          <textarea {...attributes} rows={2} maxlength={LONGEST_INTRODUCTION}>
            {problem?.values?.introduction ?? letter.introduction}
          </textarea>
        )}
      </OfficeField>
      <div class="acts">
        <button class="btn" name="do" value="save">
          {texts.save}
        </button>
        {!place.isFirst && (
          <button class="btn plain" name="do" value="up" aria-label={fill(texts.up, { name })}>
            ↑
          </button>
        )}
        {!place.isLast && (
          <button class="btn plain" name="do" value="down" aria-label={fill(texts.down, { name })}>
            ↓
          </button>
        )}
        <button class="btn plain" name="do" value="remove" aria-label={fill(texts.removeOne, { name })}>
          {texts.remove}
        </button>
      </div>
    </form>
  );
}
