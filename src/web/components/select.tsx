import { type Attributes, classNames } from './attributes.js';
import { type FieldProps, FormGroup } from './form-group.js';

export interface SelectItem {
  /** Without one, the text is the value. */
  value?: string | number;
  text: string;
  selected?: boolean;
  disabled?: boolean;
  attributes?: Attributes;
}

export interface SelectProps extends FieldProps {
  items: SelectItem[];
  /** The chosen value; an item's own `selected` goes before it. */
  value?: string | number;
}

export const Select = (props: SelectProps) => (
  <FormGroup {...props}>
    {({ id, described }) => (
      <select
        class={classNames(
          'govuk-select',
          props.classes,
          props.errorMessage !== undefined && 'govuk-select--error',
        )}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={described}
        aria-invalid={props.errorMessage === undefined ? undefined : 'true'}
        {...props.attributes}
      >
        {props.items.map((item) => (
          <option
            value={item.value}
            selected={
              item.selected ?? (props.value !== undefined && (item.value ?? item.text) === props.value)
            }
            disabled={item.disabled}
            {...item.attributes}
          >
            {item.text}
          </option>
        ))}
      </select>
    )}
  </FormGroup>
);
