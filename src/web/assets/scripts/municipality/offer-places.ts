import { makeCombobox } from '../combobox.js';
import type { Place } from './suggested-places.js';

/** Offers places under the field: their name and the district that they are in. */
export function offerPlaces(input: HTMLInputElement, find: (typed: string) => Promise<Place[]>): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-places`;
  list.className = 'places';
  list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '');
  const status = document.createElement('div');
  status.className = 'govuk-visually-hidden';
  makeCombobox(input, {
    list,
    status,
    find: () => find(input.value),
    draw: (places) => places.map(optionOf),
    choose: ([label]) => {
      input.value = label;
    },
    count: (places) => countOf(input, places),
  });
}

function optionOf([label, , district]: Place): HTMLLIElement {
  const option = document.createElement('li');
  option.setAttribute('role', 'option');
  const where = document.createElement('span');
  where.className = 'places__where';
  where.textContent = district;
  option.append(label, ' ', where);
  return option;
}

function countOf(input: HTMLInputElement, count: number): string {
  const { dataset } = input;
  if (count === 0) return dataset['resultsNone'] ?? '';
  const form = new Intl.PluralRules(document.documentElement.lang).select(count);
  const text =
    form === 'one' ? dataset['resultsOne'] : form === 'few' ? dataset['resultsFew'] : dataset['resultsMany'];
  return (text ?? '').replace('{count}', String(count));
}
