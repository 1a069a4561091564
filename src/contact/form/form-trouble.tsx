import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language, textIn } from '../../script/texts.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { type FieldError, fieldLabels, messageOf } from '../submission.texts.js';
import type { ContactForm } from './contact-form.js';
import { contactTexts } from './contact.texts.js';

interface FormTroubleProps {
  language: Language;
  profile: OfficeProfile;
  form: ContactForm;
}

const COUNTS = ['one', 'two', 'three', 'four'] as const;

/** Says what to mend, each error linked to its field, or why nothing was sent although all is well. */
export function FormTrouble({ language, profile, form }: FormTroubleProps) {
  const { summary, notices, attachAgain } = contactTexts[language];
  const again = form.attachAgain ? ` ${attachAgain}` : '';
  if (form.errors.length > 0) {
    const count = summary[COUNTS[form.errors.length - 1] ?? 'more'];
    const kept = form.notice === 'broken' ? notices.broken.text : summary.kept;
    return (
      <ErrorSummary
        title={summary.title}
        description={`${kept} ${count}${again}`}
        errors={form.errors.map((error) => ({ text: messageOf(language, error), href: anchorOf(error) }))}
      />
    );
  }
  const { title, text } = notices[form.notice ?? 'stale'];
  return (
    <ErrorSummary
      title={title}
      description={`${fill(text, { minutes: form.minutes ?? 1 })}${again}`}
      errors={form.notice === 'unavailable' ? otherWays(language, profile) : []}
    />
  );
}

/** Where the field stands on the page; a field that the form does not have stands nowhere. */
function anchorOf({ field }: FieldError): string | undefined {
  if (field === 'language' || field === 'release' || !Object.hasOwn(fieldLabels.en, field)) return undefined;
  return `#${field}`;
}

function otherWays(language: Language, profile: OfficeProfile) {
  const { street, postalCode, city } = profile.address;
  return [
    { text: profile.email, href: `mailto:${profile.email}` },
    {
      text: `${textIn(language, profile.name)}, ${textIn(language, street)}, ${postalCode} ${textIn(language, city)}`,
    },
  ];
}
