import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface ErrorSummaryProps {
  title: ComponentChildren;
  description?: ComponentChildren;
  /** Each links to its field: `{ text, href: '#surname' }`. */
  errors: { text: ComponentChildren; href?: string; attributes?: Attributes }[];
  classes?: string;
  attributes?: Attributes;
}

/** Stands above a form that came back. The page's script moves the focus to it. */
export const ErrorSummary = ({ title, description, errors, classes, attributes }: ErrorSummaryProps) => (
  <div class={classNames('govuk-error-summary', classes)} {...attributes} data-module="govuk-error-summary">
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description !== undefined && <p>{description}</p>}
        {errors.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map((error) => (
              <li>
                {error.href === undefined ? (
                  error.text
                ) : (
                  <a href={error.href} {...error.attributes}>
                    {error.text}
                  </a>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
);
