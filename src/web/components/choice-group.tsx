import type { ComponentChildren } from 'preact';
import { type Attributes, classNames, idList } from './attributes.js';
import { ErrorMessage } from './error-message.js';
import { Fieldset, type FieldsetProps } from './fieldset.js';
import { Hint } from './hint.js';
import { Label } from './label.js';

/** One choice of radios or checkboxes. */
export interface ChoiceItem {
  value: string | number;
  text: ComponentChildren;
  /** Defaults to the group's id for the first item and `<group>-<n>` for the rest, so that errors link to the first. */
  id?: string;
  name?: string;
  checked?: boolean;
  hint?: ComponentChildren;
  disabled?: boolean;
  attributes?: Attributes;
}

/** A word between choices, for example "or". */
export interface Divider {
  divider: string;
}

export interface ChoiceGroupProps {
  name: string;
  idPrefix?: string;
  items: (ChoiceItem | Divider)[];
  fieldset?: Pick<FieldsetProps, 'legend' | 'legendClasses' | 'classes' | 'attributes' | 'describedBy'>;
  hint?: ComponentChildren;
  errorMessage?: ComponentChildren;
  classes?: string;
  formGroupClasses?: string;
  attributes?: Attributes;
}

/** What radios and checkboxes share: the group, its hint and error, and one line for each choice. */
export function ChoiceGroup(
  props: ChoiceGroupProps & {
    kind: 'radios' | 'checkboxes';
    describedBy?: string;
    isChosen: (item: ChoiceItem) => boolean;
  },
) {
  const prefix = props.idPrefix ?? props.name;
  const block = `govuk-${props.kind}`;
  const hintId = props.hint === undefined ? undefined : `${prefix}-hint`;
  const errorId = props.errorMessage === undefined ? undefined : `${prefix}-error`;
  const described = idList(props.fieldset?.describedBy ?? props.describedBy, hintId, errorId);
  // Without a fieldset nothing names the group, so each checkbox carries the description itself.
  const itemDescribed = props.fieldset === undefined && props.kind === 'checkboxes' ? described : undefined;

  const content = (
    <>
      {hintId && <Hint id={hintId}>{props.hint}</Hint>}
      {errorId && <ErrorMessage id={errorId}>{props.errorMessage}</ErrorMessage>}
      <div class={classNames(block, props.classes)} {...props.attributes} data-module={block}>
        {props.items.map((item, index) => {
          if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>;
          const id = item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`);
          const itemHintId = item.hint === undefined ? undefined : `${id}-item-hint`;
          return (
            <div class={`${block}__item`}>
              <input
                class={`${block}__input`}
                id={id}
                name={item.name ?? props.name}
                type={props.kind === 'radios' ? 'radio' : 'checkbox'}
                value={item.value}
                checked={item.checked ?? props.isChosen(item)}
                disabled={item.disabled}
                aria-describedby={idList(itemDescribed, itemHintId)}
                {...item.attributes}
              />
              <Label for={id} classes={`${block}__label`}>
                {item.text}
              </Label>
              {itemHintId && (
                <Hint id={itemHintId} classes={`${block}__hint`}>
                  {item.hint}
                </Hint>
              )}
            </div>
          );
        })}
      </div>
    </>
  );
  return (
    <div class={classNames('govuk-form-group', errorId && 'govuk-form-group--error', props.formGroupClasses)}>
      {props.fieldset === undefined ? (
        content
      ) : (
        <Fieldset {...props.fieldset} describedBy={described}>
          {content}
        </Fieldset>
      )}
    </div>
  );
}
