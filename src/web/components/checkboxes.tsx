import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.js';

export interface CheckboxesProps extends ChoiceGroupProps {
  /** The chosen values; an item's own `checked` goes before them. */
  values?: (string | number)[];
  describedBy?: string;
}

export const Checkboxes = ({ values, ...props }: CheckboxesProps) => (
  <ChoiceGroup {...props} kind="checkboxes" isChosen={(item) => values?.includes(item.value) ?? false} />
);
