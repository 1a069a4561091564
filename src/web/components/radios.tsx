import { ChoiceGroup, type ChoiceGroupProps } from './choice-group.js';

export interface RadiosProps extends ChoiceGroupProps {
  /** The chosen value; an item's own `checked` goes before it. */
  value?: string | number;
}

export const Radios = ({ value, ...props }: RadiosProps) => (
  <ChoiceGroup {...props} kind="radios" isChosen={(item) => value !== undefined && item.value === value} />
);
