import type { Place } from './suggested-places.js';

/** Screen readers hear how many places match only when typing pauses. */
const PAUSE_MS = 900;

/**
 * Makes the field an editable combobox with a list (ARIA Authoring Practices). The field itself stays: its
 * name, hint, error and autofill, and whatever is typed may be sent as it is.
 */
export function offerPlaces(input: HTMLInputElement, find: (typed: string) => Promise<Place[]>): void {
  const list = document.createElement('ul');
  list.id = `${input.id}-places`;
  list.className = 'places';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', document.querySelector(`label[for="${input.id}"]`)?.textContent ?? '');
  const status = document.createElement('div');
  status.className = 'govuk-visually-hidden';
  status.setAttribute('role', 'status');
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  let active = -1;
  let asked = 0;
  let pause: number | undefined;
  const options = () => [...list.querySelectorAll<HTMLLIElement>('li')];

  const close = () => {
    // Answers that are still on their way come too late.
    asked += 1;
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (option: HTMLLIElement) => {
    input.value = option.dataset['place']!;
    close();
  };
  const move = (step: 1 | -1) => {
    const all = options();
    if (all.length === 0) return;
    active = active === -1 && step === -1 ? all.length - 1 : (active + step + all.length) % all.length;
    all.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
    input.setAttribute('aria-activedescendant', all[active]!.id);
    all[active]!.scrollIntoView({ block: 'nearest' });
  };
  const offer = async () => {
    const mine = ++asked;
    const found = await find(input.value);
    if (mine !== asked) return;
    active = -1;
    list.replaceChildren(...found.map((place, index) => optionOf(place, `${list.id}-${index}`)));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      if (document.activeElement === input && input.value !== '')
        status.textContent = countOf(input, found.length);
    }, PAUSE_MS);
  };

  close();
  input.addEventListener('input', () => void offer());
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void offer();
      else move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      choose(options()[active]!);
    }
  });
  // Before the field loses its focus, which would close the list under the finger.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (option) choose(option);
  });
}

function optionOf([label, , district]: Place, id: string): HTMLLIElement {
  const option = document.createElement('li');
  option.id = id;
  option.dataset['place'] = label;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
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
