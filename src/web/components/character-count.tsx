import { useContext } from 'preact/hooks';
import { fill } from '../../script/texts.js';
import { classNames } from './attributes.js';
import { componentTexts } from './component.texts.js';
import { Hint } from './hint.js';
import { PageLanguage } from './page-language.js';
import { Textarea, type TextareaProps } from './textarea.js';

export interface CharacterCountProps extends TextareaProps {
  /** Greatest number of characters, counted as Unicode code points. */
  maxlength: number;
}

/**
 * A text area that says how much may be written; the page's script turns that into what is left. The browser's
 * own `maxlength` is left out on purpose: it would cut a pasted letter without a word.
 */
export function CharacterCount({ maxlength, ...props }: CharacterCountProps) {
  const language = useContext(PageLanguage);
  const { characters } = componentTexts[language];
  const infoId = `${props.id ?? props.name}-info`;
  return (
    <Textarea
      {...props}
      describedBy={infoId}
      // The count sticks to the foot of the window; this box keeps it from covering the label above the field.
      wrap="writing"
      classes={classNames('govuk-js-character-count', props.classes)}
      formGroupClasses={classNames('govuk-character-count', props.formGroupClasses)}
      groupAttributes={{
        'data-module': 'govuk-character-count',
        'data-maxlength': maxlength,
        ...translations('characters-under-limit', characters.under),
        'data-i18n.characters-at-limit': characters.at,
        ...translations('characters-over-limit', characters.over),
      }}
      afterInput={
        <Hint id={infoId} classes="govuk-character-count__message">
          {fill(characters.limit, { count: new Intl.NumberFormat(language).format(maxlength) })}
        </Hint>
      }
    />
  );
}

/** One data attribute a plural form, named as govuk-frontend names them. */
const translations = (key: string, forms: Record<string, string>) =>
  Object.fromEntries(Object.entries(forms).map(([form, text]) => [`data-i18n.${key}.${form}`, text]));
