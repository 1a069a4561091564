import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, idList } from './attributes.js';
import { ErrorMessage } from './error-message.js';
import { Hint } from './hint.js';
import { Label } from './label.js';

/** What every single field has. `id` defaults to `name`, so that an error summary can link to `#name`. */
export interface FieldProps {
  name: string;
  id?: string;
  label: ComponentChildren;
  labelClasses?: string;
  hint?: ComponentChildren;
  errorMessage?: ComponentChildren;
  /** Id of something else that describes the field. */
  describedBy?: string;
  /** Classes of the field itself. */
  classes?: string;
  formGroupClasses?: string;
  disabled?: boolean;
  /** Further attributes of the field itself. */
  attributes?: Attributes;
  /** Stands between the error message and the field, for example the list of files already kept. */
  beforeInput?: ComponentChildren;
}

interface FormGroupProps extends FieldProps {
  groupAttributes?: Attributes;
  afterInput?: ComponentChildren;
  /** Class of an element around the field and what follows it. */
  wrap?: string;
  /** Draws the field; `described` is its `aria-describedby`. */
  children: (field: { id: string; described: string | undefined }) => ComponentChildren;
}

/** Label, hint, error message and field, tied to each other by ids. */
export function FormGroup(props: FormGroupProps) {
  const id = props.id ?? props.name;
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const errorId = props.errorMessage === undefined ? undefined : `${id}-error`;
  const field = (
    <>
      {props.children({ id, described: idList(props.describedBy, hintId, errorId) })}
      {props.afterInput}
    </>
  );
  return (
    <div
      class={classNames('govuk-form-group', errorId && 'govuk-form-group--error', props.formGroupClasses)}
      {...props.groupAttributes}
    >
      <Label for={id} classes={props.labelClasses}>
        {props.label}
      </Label>
      {hintId && <Hint id={hintId}>{props.hint}</Hint>}
      {errorId && <ErrorMessage id={errorId}>{props.errorMessage}</ErrorMessage>}
      {props.beforeInput}
      {props.wrap === undefined ? field : <div class={props.wrap}>{field}</div>}
    </div>
  );
}
