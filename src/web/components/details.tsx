import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface DetailsProps {
  summary: ComponentChildren;
  id?: string;
  open?: boolean;
  classes?: string;
  /** Classes of the part that unfolds, for example `prose`. */
  textClasses?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const Details = (props: DetailsProps) => (
  <details
    id={props.id}
    class={classNames('govuk-details', props.classes)}
    {...props.attributes}
    open={props.open}
  >
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{props.summary}</span>
    </summary>
    <div class={classNames('govuk-details__text', props.textClasses)}>{props.children}</div>
  </details>
);
