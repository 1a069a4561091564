import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';

export interface ButtonProps {
  children: ComponentChildren;
  /** Makes it a link that looks like a button. */
  href?: string;
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  id?: string;
  classes?: string;
  /** Outlined: the second choice beside a filled button. */
  secondary?: boolean;
  disabled?: boolean;
  /** A second click within a second is ignored (page's script). */
  preventDoubleClick?: boolean;
  attributes?: Attributes;
}

export function Button(props: ButtonProps) {
  const shared = {
    class: classNames('govuk-button', props.secondary && 'govuk-button--secondary', props.classes),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  };
  if (props.href !== undefined)
    return (
      <a href={props.href} role="button" draggable={false} {...shared}>
        {props.children}
      </a>
    );
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick?.toString()}
      {...shared}
    >
      {props.children}
    </button>
  );
}

/** Buttons beside each other, or under each other on a narrow screen. */
export const ButtonGroup = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
);
