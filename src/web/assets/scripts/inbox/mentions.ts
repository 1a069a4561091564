/**
 * Offers colleagues while `@` and the beginning of a name are typed in a note. The names are those of the form's own
 * choice, which says the same without a script.
 */
import { searchKey } from '../../../../script/search-key.js';

const MOST = 6;
const TYPED = /(^|\s)@([\p{L} ]{0,40})$/u;

const isNote = (target: EventTarget | null): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.hasAttribute('data-mentions');

let active = 0;

function listFor(note: HTMLTextAreaElement): HTMLUListElement {
  const id = `${note.id}-names`;
  const standing = document.getElementById(id);
  if (standing) return standing as HTMLUListElement;
  const list = Object.assign(document.createElement('ul'), { id, className: 'names', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', note.labels[0]?.textContent ?? '');
  note.after(list);
  note.setAttribute('aria-autocomplete', 'list');
  note.setAttribute('aria-controls', id);
  list.addEventListener('pointerdown', (event) => {
    const option = event.target instanceof Element ? event.target.closest('li') : null;
    if (!option) return;
    // The focus stays where one writes.
    event.preventDefault();
    take(note, option.textContent!);
  });
  return list;
}

const typedName = (note: HTMLTextAreaElement) =>
  TYPED.exec(note.value.slice(0, note.selectionStart))?.[2]?.replace(/^\s+/, '');

function offer(note: HTMLTextAreaElement): void {
  const typed = typedName(note);
  const names = [...(note.form?.querySelectorAll<HTMLOptionElement>('select[name="mention"] option') ?? [])]
    .slice(1)
    .map(({ text }) => text);
  const key = searchKey(typed ?? '');
  const begins = (name: string) =>
    searchKey(name)
      .split(' ')
      .some((_, index, parts) => parts.slice(index).join(' ').startsWith(key));
  const found = typed === undefined ? [] : names.filter(begins).slice(0, MOST);
  const list = listFor(note);
  active = 0;
  list.replaceChildren(
    ...found.map((name, index) => {
      const option = Object.assign(document.createElement('li'), {
        id: `${list.id}-${index}`,
        textContent: name,
      });
      option.setAttribute('role', 'option');
      return option;
    }),
  );
  list.hidden = found.length === 0;
  point(note, list);
}

function point(note: HTMLTextAreaElement, list: HTMLUListElement): void {
  const options = [...list.children];
  options.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
  const current = options[active];
  if (current) note.setAttribute('aria-activedescendant', current.id);
  else note.removeAttribute('aria-activedescendant');
}

function take(note: HTMLTextAreaElement, name: string): void {
  const end = note.selectionStart;
  const start = end - (typedName(note)?.length ?? 0);
  note.setRangeText(`${name} `, start, end, 'end');
  close(note);
}

function close(note: HTMLTextAreaElement): void {
  const list = listFor(note);
  list.hidden = true;
  list.replaceChildren();
  note.removeAttribute('aria-activedescendant');
}

document.addEventListener('input', ({ target }) => {
  if (isNote(target)) offer(target);
});
document.addEventListener('focusout', ({ target }) => {
  if (isNote(target)) close(target);
});
document.addEventListener(
  'keydown',
  (event) => {
    if (!isNote(event.target)) return;
    const note = event.target;
    const list = listFor(note);
    if (list.hidden) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      active = (active + step + list.children.length) % list.children.length;
      point(note, list);
    } else if ((event.key === 'Enter' && !event.ctrlKey) || event.key === 'Tab')
      take(note, list.children[active]!.textContent!);
    else if (event.key === 'Escape') close(note);
    else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);
