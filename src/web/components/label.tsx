import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface LabelProps {
  for?: string;
  classes?: string;
  attributes?: Attributes;
  children: ComponentChildren;
}

export const Label = ({ for: target, classes, attributes, children }: LabelProps) => (
  <label class={classNames('govuk-label', classes)} {...attributes} for={target}>
    {children}
  </label>
);
