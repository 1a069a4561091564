import type { VNode } from 'preact';
import { Button } from '../../../src/web/components/button.js';
import { CharacterCount } from '../../../src/web/components/character-count.js';
import { Checkboxes } from '../../../src/web/components/checkboxes.js';
import { Details } from '../../../src/web/components/details.js';
import { ErrorMessage } from '../../../src/web/components/error-message.js';
import { ErrorSummary } from '../../../src/web/components/error-summary.js';
import { Fieldset } from '../../../src/web/components/fieldset.js';
import { FileUpload } from '../../../src/web/components/file-upload.js';
import { Hint } from '../../../src/web/components/hint.js';
import { Input } from '../../../src/web/components/input.js';
import { Label } from '../../../src/web/components/label.js';
import { Radios } from '../../../src/web/components/radios.js';
import { Select } from '../../../src/web/components/select.js';
import { Textarea } from '../../../src/web/components/textarea.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- the macros' options have no types of their own. */
type Options = any;

/** Options of a field's macro in the words of our props. */
const field = (o: Options) => ({
  ...o,
  label: o.label?.text,
  labelClasses: o.label?.classes,
  hint: o.hint?.text,
  errorMessage: o.errorMessage?.text,
  formGroupClasses: o.formGroup?.classes,
});

const choices = (o: Options) => ({
  ...o,
  hint: o.hint?.text,
  errorMessage: o.errorMessage?.text,
  formGroupClasses: o.formGroup?.classes,
  items: o.items.filter(Boolean).map((item: Options) => ({ ...item, hint: item.hint?.text })),
  fieldset: o.fieldset && {
    ...o.fieldset,
    legend: o.fieldset.legend?.text,
    legendClasses: o.fieldset.legend?.classes,
  },
});

/** For each component of ours that mirrors one of govuk-frontend's: the same example, said in our props. */
export const expressed: Record<string, (options: Options) => VNode> = {
  button: (o) => <Button {...o}>{o.text}</Button>,
  input: (o) => <Input {...field(o)} />,
  textarea: (o) => <Textarea {...field(o)} />,
  select: (o) => <Select {...field(o)} items={o.items.filter(Boolean)} />,
  radios: (o) => <Radios {...choices(o)} />,
  checkboxes: (o) => <Checkboxes {...choices(o)} />,
  'file-upload': (o) => <FileUpload {...field(o)} />,
  'character-count': (o) => <CharacterCount {...field(o)} />,
  'error-summary': (o) => (
    <ErrorSummary {...o} title={o.titleText} description={o.descriptionText} errors={o.errorList ?? []} />
  ),
  'error-message': (o) => <ErrorMessage {...o}>{o.text}</ErrorMessage>,
  fieldset: (o) => <Fieldset {...o} legend={o.legend?.text} legendClasses={o.legend?.classes} />,
  details: (o) => (
    <Details {...o} summary={o.summaryText}>
      {o.text}
    </Details>
  ),
  hint: (o) => <Hint {...o}>{o.text}</Hint>,
  label: (o) => <Label {...o}>{o.text}</Label>,
};

type Rule = (options: string, component: string, name: string) => boolean;

const says =
  (pattern: RegExp): Rule =>
  (options) =>
    pattern.test(options);

/** What our props cannot say, each with its reason. */
export const LEFT_OUT: Record<string, Rule> = {
  'Markup comes as typed children, never as a string of HTML.': says(/"(\w*[hH]tml)":/),
  'Our pages always have a heading of their own; no label or legend stands in for it.':
    says(/"isPageHeading":true/),
  'No page starts a service, so there is no start button.': says(/"isStartButton":true/),
  'No field of ours has a unit before or behind it.': says(/"(prefix|suffix|inputWrapper)":/),
  'Choices that unfold further fields need a script; the form does without.':
    says(/"(conditional|behaviour)":/),
  'Classes and attributes for the label of one choice: no page needs them.': says(
    /"label":\{"(classes|attributes)":/,
  ),
  'A list of choices holds choices only.': says(/"items":\[.*(null|false|"")[,\]]/),
  'A boolean is no value of an option: values are text or numbers.': says(/"value":false/),
  'A select always has options.': (options, component) =>
    component === 'select' && !options.includes('"items":'),
  "The browser's own file field is kept as it is, without a script around it.": says(/"javascript":true/),
  'Our script always moves the focus to the error summary.': says(/"disableAutoFocus":/),
  'The hidden "Error:" comes from the page\'s language.': says(/"visuallyHiddenText":/),
  'The character count counts characters alone, from the start, up to a limit that is always given.': (
    options,
    component,
  ) =>
    component === 'character-count' &&
    (/"(maxwords|countType|threshold)":/.test(options) || !options.includes('"maxlength":')),
  'The character count says its own sentences, in one hand.': says(
    /"(textareaDescriptionText|charactersUnderLimitText|countMessage)":/,
  ),
  'A label without words would name nothing.': (options, component) =>
    component === 'label' && options === '{}',
};
