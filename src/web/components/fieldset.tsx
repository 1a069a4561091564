import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface FieldsetProps {
  legend?: ComponentChildren;
  legendClasses?: string;
  classes?: string;
  role?: string;
  describedBy?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const Fieldset = (props: FieldsetProps) => (
  <fieldset
    class={classNames('govuk-fieldset', props.classes)}
    role={props.role as 'group' | undefined}
    aria-describedby={props.describedBy}
    {...props.attributes}
  >
    {props.legend !== undefined && (
      <legend class={classNames('govuk-fieldset__legend', props.legendClasses)}>{props.legend}</legend>
    )}
    {props.children}
  </fieldset>
);
