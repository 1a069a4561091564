import type { KeptFile } from '../../files/kept-file.js';
import type { Language } from '../../script/texts.js';
import { FileUpload } from '../../web/components/file-upload.js';
import { Optional } from '../../web/components/optional.js';
import { fieldLabels, fileSize } from '../submission.texts.js';
import { contactTexts } from './contact.texts.js';

interface AttachmentsFieldProps {
  language: Language;
  hint?: string;
  errorMessage?: string;
  kept?: { file: KeptFile; token: string }[];
}

const ACCEPT = '.pdf,.jpg,.jpeg,.png,.heic,.docx,.odt,.txt';

/** Files to attach; those that were taken already are listed above, each with a box that removes it. */
export function AttachmentsField({ language, hint, errorMessage, kept = [] }: AttachmentsFieldProps) {
  return (
    <FileUpload
      name="attachments"
      label={
        <>
          {fieldLabels[language].attachments} <Optional />
        </>
      }
      hint={hint}
      errorMessage={errorMessage}
      multiple
      accept={ACCEPT}
      beforeInput={kept.length > 0 ? <Kept language={language} kept={kept} /> : undefined}
    />
  );
}

function Kept({ language, kept }: { language: Language; kept: { file: KeptFile; token: string }[] }) {
  const texts = contactTexts[language];
  return (
    <>
      <p class="small kept__title" id="kept-title">
        {texts.kept}
      </p>
      <ul class="kept" aria-labelledby="kept-title">
        {kept.map(({ file, token }, index) => (
          <li>
            <span>
              {file.name} <span class="small">({fileSize(language, file.size)})</span>
            </span>
            <input type="hidden" name="keptAttachment" value={token} />
            <span class="govuk-checkboxes">
              <span class="govuk-checkboxes__item">
                <input
                  class="govuk-checkboxes__input"
                  type="checkbox"
                  id={`remove-${index}`}
                  name="removeAttachment"
                  value={token}
                />
                <label class="govuk-label govuk-checkboxes__label" for={`remove-${index}`}>
                  {texts.remove}
                  <span class="govuk-visually-hidden"> {file.name}</span>
                </label>
              </span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
