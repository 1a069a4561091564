import type { ComponentChildren } from 'preact';
import { type Attributes, classNames } from './attributes.js';
import { type FieldProps, FormGroup } from './form-group.js';

export interface TextareaProps extends FieldProps {
  value?: string;
  /** Lines shown at first; 5 unless told. */
  rows?: number;
  autocomplete?: string;
  spellcheck?: boolean;
  groupAttributes?: Attributes;
  afterInput?: ComponentChildren;
  /** Class of an element around the field and what follows it. */
  wrap?: string;
}

export const Textarea = (props: TextareaProps) => (
  <FormGroup {...props}>
    {({ id, described }) => (
      <textarea
        class={classNames(
          'govuk-textarea',
          props.errorMessage !== undefined && 'govuk-textarea--error',
          props.classes,
        )}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={described}
        aria-invalid={props.errorMessage === undefined ? undefined : 'true'}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {keepFirstNewline(props.value)}
      </textarea>
    )}
  </FormGroup>
);

/** The HTML parser drops a newline right after `<textarea>`; a citizen's first empty line is kept by doubling it. */
const keepFirstNewline = (text: string | undefined) => (text?.startsWith('\n') ? `\n${text}` : text);
