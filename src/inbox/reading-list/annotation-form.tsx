import type { ListedForReading } from '../../letters/reading-list/reading-list.queries.js';
import { OfficeField } from '../../web/components/office-field.js';
import { paths } from '../../web/paths.js';
import type { Ui } from '../ui.js';
import { LONGEST_ANNOTATION } from './reading-list.dto.js';
import { ScanLink } from './scan-link.js';
import type { ReadingProblem } from './reading-problem.js';
import { readingListTexts } from './reading-list.texts.js';

/** What was written on a letter, filed from the paper that came back. */
export function AnnotationForm({
  ui,
  letter,
  day,
  problem,
}: {
  ui: Ui;
  letter: ListedForReading;
  day: string;
  problem: ReadingProblem | undefined;
}) {
  const texts = readingListTexts[ui.language];
  return (
    <div class="in stack">
      <p>
        <i>{letter.introduction}</i>
      </p>
      {letter.annotation !== null && (
        <blockquote>
          <p class="as-written">{letter.annotation}</p>
        </blockquote>
      )}
      {letter.annotationEvent !== null && letter.scan !== null && (
        <p>
          <ScanLink ui={ui} reference={letter.reference} event={letter.annotationEvent} scan={letter.scan} />
        </p>
      )}
      <details open={problem !== undefined}>
        <summary class="chip">{letter.annotation === null ? texts.file : texts.fileAnew}</summary>
        {/* The guard asks for the token before the file is read, so it goes in the address. */}
        <form
          class="stack"
          method="post"
          enctype="multipart/form-data"
          action={`${paths.readingListOfPart(day, 'annotations')}?_csrf=${encodeURIComponent(ui.account.csrfToken)}`}
          novalidate
        >
          <input type="hidden" name="reference" value={letter.reference} />
          <OfficeField
            id={`annotation-${letter.reference}`}
            name="annotation"
            label={texts.annotation}
            hint={texts.annotationHint}
            error={problem?.message}
          >
            {(attributes) => (
              <textarea {...attributes} rows={3} maxlength={LONGEST_ANNOTATION}>
                {problem?.values?.annotation ?? letter.annotation}
              </textarea>
            )}
          </OfficeField>
          <OfficeField
            id={`scan-${letter.reference}`}
            name="scan"
            label={letter.scan === null ? texts.scan : texts.scanAnew}
            hint={texts.scanHint}
          >
            {(attributes) => <input {...attributes} type="file" accept=".pdf,.jpg,.jpeg,.png,.heic" />}
          </OfficeField>
          {letter.scan !== null && (
            <label class="check">
              <input type="checkbox" name="scanBefore" value="drop" /> {texts.dropScan}
            </label>
          )}
          <label class="check">
            <input type="checkbox" name="wish" value="work" checked={problem?.values?.wish === 'work'} />{' '}
            {texts.wantsWork}
          </label>
          <div class="acts">
            <button class="btn main">{texts.file}</button>
          </div>
        </form>
      </details>
    </div>
  );
}
