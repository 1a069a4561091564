import { Button, ButtonGroup } from '../../web/components/button.js';
import { Section } from '../../web/components/section.js';
import { Textarea } from '../../web/components/textarea.js';
import { paths } from '../../web/paths.js';
import { AttachmentsField } from '../form/attachments-field.js';
import { contactTexts } from '../form/contact.texts.js';
import type { MyLetterPageProps } from './my-letter-form.js';
import { myLetterTexts } from './my-letter.texts.js';

/** The form with which the writer adds to the letter. */
export function SupplementSection({ language, token, formToken, tokenOf, form }: MyLetterPageProps) {
  const texts = myLetterTexts[language];
  const mine = form?.act === 'supplement' ? form : undefined;
  const errorOf = (field: string) => mine?.errors.find((error) => error.field === field)?.text;
  return (
    <Section id="add" title={texts.add} classes="no-print">
      <form action={paths.supplement(language, token)} method="post" enctype="multipart/form-data" novalidate>
        <input type="hidden" name="formToken" value={formToken} />
        <Textarea
          name="message"
          label={texts.addLabel}
          hint={texts.addHint}
          classes="govuk-textarea--short"
          value={mine?.values.message}
          errorMessage={errorOf('message')}
        />
        <AttachmentsField
          language={language}
          hint={contactTexts[language].attachmentsHint}
          errorMessage={errorOf('attachments')}
          kept={mine?.kept.map((file) => ({ file, token: tokenOf(file) }))}
        />
        <ButtonGroup>
          <Button>{texts.addButton}</Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}
