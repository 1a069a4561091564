import { Button, ButtonGroup } from '../../web/components/button.js';
import { Section } from '../../web/components/section.js';
import { paths } from '../../web/paths.js';
import { ContactFields, WriterFields } from '../form/contact-fields.js';
import type { FieldOf } from '../form/drawn-field.js';
import { fieldLabels } from '../submission.texts.js';
import type { MyLetterPageProps } from './my-letter-form.js';
import { myLetterTexts } from './my-letter.texts.js';

/** What the office lacks before it can answer; what it has already is filled in. */
export function DetailsSection({ language, open: { letter }, token, formToken, form }: MyLetterPageProps) {
  const texts = myLetterTexts[language];
  const mine = form?.act === 'details' ? form : undefined;
  const field: FieldOf = (name) => ({
    name,
    label: fieldLabels[language][name],
    value:
      (mine ? mine.values[name] : (letter as unknown as Record<string, string | null>)[name]) ?? undefined,
    errorMessage: mine?.errors.find((error) => error.field === name)?.text,
  });
  return (
    <Section id="details" title={texts.details}>
      <p>{texts.detailsLead}</p>
      <form action={paths.completedDetails(language, token)} method="post" novalidate>
        <input type="hidden" name="formToken" value={formToken} />
        <WriterFields language={language} field={field} />
        <ContactFields language={language} field={field} />
        <ButtonGroup>
          <Button>{texts.detailsButton}</Button>
        </ButtonGroup>
      </form>
    </Section>
  );
}
