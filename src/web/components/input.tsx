import { classNames } from './attributes.js';
import { type FieldProps, FormGroup } from './form-group.js';

export interface InputProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'number' | 'date' | 'url';
  value?: string | number;
  /** Autofill token, for example `given-name` (WCAG 1.3.5). */
  autocomplete?: string;
  autocapitalize?: 'none' | 'sentences' | 'words' | 'characters';
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'search';
  pattern?: string;
  spellcheck?: boolean;
  maxlength?: number;
}

export const Input = (props: InputProps) => (
  <FormGroup {...props}>
    {({ id, described }) => (
      <input
        class={classNames(
          'govuk-input',
          props.classes,
          props.errorMessage !== undefined && 'govuk-input--error',
        )}
        id={id}
        name={props.name}
        type={(props.type ?? 'text') as 'text'}
        spellcheck={props.spellcheck}
        value={props.value}
        disabled={props.disabled}
        aria-describedby={described}
        aria-invalid={props.errorMessage === undefined ? undefined : 'true'}
        autocomplete={props.autocomplete}
        autocapitalize={props.autocapitalize}
        pattern={props.pattern}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        {...props.attributes}
      />
    )}
  </FormGroup>
);
