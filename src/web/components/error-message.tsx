import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import { type Attributes, classNames } from './attributes.js';
import { componentTexts } from './component.texts.js';
import { PageLanguage } from './page-language.js';

export interface ErrorMessageProps {
  id?: string;
  classes?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

/** What is wrong with one field; a screen reader hears "Error:" first. */
export function ErrorMessage({ id, classes, attributes, children }: ErrorMessageProps) {
  const texts = componentTexts[useContext(PageLanguage)];
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      <span class="govuk-visually-hidden">{texts.error}:</span> {children}
    </p>
  );
}
