import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface HintProps {
  id?: string;
  classes?: string;
  attributes?: Attributes;
  children?: ComponentChildren;
}

export const Hint = ({ id, classes, attributes, children }: HintProps) => (
  <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
);
