/** Screen readers hear how many there are only when typing pauses, in milliseconds. */
const PAUSE = 900;

/** What a field offers while somebody types into it. */
export interface Offering<T> {
  /** The element that becomes the list, below the field. */
  list: HTMLElement;
  status: HTMLElement;
  /** What there is for the field as it stands. */
  find(): Promise<readonly T[]>;
  /** The list's content: in it each item is one element of the role `option`, in their order. */
  draw(items: readonly T[]): HTMLElement[];
  choose(item: T): void;
  /** What is heard of so many items. */
  count(items: number): string;
}

/** Opens and closes the list from outside. */
export interface Combobox {
  offer(): Promise<void>;
  close(): void;
}

/**
 * Makes a field an editable combobox with a list (ARIA Authoring Practices). The field itself stays: its name,
 * hint, error and autofill, and whatever is typed may be sent as it is.
 */
export function makeCombobox<T>(input: HTMLInputElement, offering: Offering<T>): Combobox {
  const { list, status } = offering;
  list.id ||= `${input.id}-offers`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  status.setAttribute('role', 'status');
  input.after(list, status);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);

  let items: readonly T[] = [];
  let active = -1;
  let asked = 0;
  let pause: number | undefined;
  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')];

  const close = () => {
    // Answers that are still on their way come too late.
    asked += 1;
    active = -1;
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const choose = (index: number) => {
    const item = items[index];
    close();
    if (item !== undefined) offering.choose(item);
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
    const found = await offering.find();
    if (mine !== asked) return;
    items = found;
    active = -1;
    list.replaceChildren(...offering.draw(found));
    options().forEach((option, index) => {
      option.id = `${list.id}-${index}`;
      option.setAttribute('aria-selected', 'false');
    });
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    input.removeAttribute('aria-activedescendant');
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      if (document.activeElement === input && input.value !== '')
        status.textContent = offering.count(found.length);
    }, PAUSE);
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
      choose(active);
    }
  });
  // Before the field loses its focus, which would close the list under the finger.
  list.addEventListener('mousedown', (event) => {
    event.preventDefault();
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role="option"]') : null;
    if (option) choose(options().indexOf(option));
  });
  return { offer, close };
}
