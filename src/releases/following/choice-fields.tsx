import { fill, type Language, LANGUAGES } from '../../script/texts.js';
import { ErrorSummary } from '../../web/components/error-summary.js';
import { Radios } from '../../web/components/radios.js';
import { VERSION_NAMES } from '../../web/public-page.texts.js';
import type { FollowForm } from './follow-form.js';
import { followTexts } from './follow.texts.js';
import { DIGEST_HOUR, RHYTHMS } from './subscription.js';

interface ChoiceProps {
  language: Language;
  form: FollowForm;
}

/** When releases come. */
export function RhythmField({ language, form }: ChoiceProps) {
  const texts = followTexts[language];
  return (
    <Radios
      name="rhythm"
      fieldset={{ legend: texts.whenLegend }}
      errorMessage={form.errors.includes('rhythm') ? texts.errors.rhythm : undefined}
      value={form.values.rhythm}
      items={RHYTHMS.map((value) => ({
        value,
        text: texts.rhythms[value].title,
        hint: fill(texts.rhythms[value].hint, { hour: DIGEST_HOUR }),
      }))}
    />
  );
}

/** In which version they come; each is named in its own. */
export function VersionField({ language, form }: ChoiceProps) {
  const texts = followTexts[language];
  return (
    <Radios
      name="language"
      fieldset={{ legend: texts.versionLegend }}
      errorMessage={form.errors.includes('language') ? texts.errors.language : undefined}
      value={form.values.language}
      items={LANGUAGES.map((value) => ({
        value,
        text: <span lang={value}>{VERSION_NAMES[value]}</span>,
        hint: value === 'en' ? texts.englishHint : undefined,
      }))}
    />
  );
}

/** What to mend, each linked to its field, or why nothing was done although all is well. */
export function FollowTrouble({ language, form, title }: ChoiceProps & { title: string }) {
  const { errors } = followTexts[language];
  if (form.errors.length > 0)
    return (
      <ErrorSummary
        title={title}
        errors={form.errors.map((field) => ({ text: errors[field], href: `#${field}` }))}
      />
    );
  if (form.notice === undefined) return null;
  const notice = errors[form.notice];
  return (
    <ErrorSummary
      title={notice.title}
      description={fill(notice.text, { minutes: form.minutes ?? 1 })}
      errors={[]}
    />
  );
}

export const isTroubled = ({ errors, notice }: FollowForm) => errors.length > 0 || notice !== undefined;
