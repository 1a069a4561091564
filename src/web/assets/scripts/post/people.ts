/** Whoever wrote before under the names that are typed: Alt+P takes over what is known of the first. */
import { searchKey } from '../../../../script/search-key.js';

// Phones from before 2023 lack it; a field holds whole characters anyway.
String.prototype.toWellFormed ??= String.prototype.toString;

const PAUSE = 250;
/** Taken over even where something is typed, when that is only the beginning of it. */
const BEGUN = ['name', 'surname', 'sameAs', 'country'];

const form = document.querySelector<HTMLFormElement>('#entry')!;
const place = document.querySelector<HTMLElement>('#same-person')!;
const found = place.querySelector<HTMLElement>('[data-found]');
const same = place.querySelector<HTMLInputElement>('input[name="sameAs"]')!;

const field = (name: string) =>
  form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

let pause: number | undefined;
let asked = 0;

if (found) {
  found.querySelector('[data-without-script]')?.remove();
  found.setAttribute('role', 'status');
  for (const name of ['name', 'surname'])
    field(name).addEventListener('input', () => {
      window.clearTimeout(pause);
      pause = window.setTimeout(() => void ask(found), PAUSE);
    });
}

async function ask(list: HTMLElement): Promise<void> {
  const mine = ++asked;
  const query = new URLSearchParams({ name: field('name').value, surname: field('surname').value });
  const answer = await fetch(`${place.dataset['people']!}?${query}`).catch(() => undefined);
  if (mine !== asked || same.value !== '') return;
  // Offline or signed out: the form goes on as a plain one.
  list.innerHTML = answer?.ok && !answer.redirected ? await answer.text() : '';
}

place.addEventListener('click', (event) => {
  const button =
    event.target instanceof Element ? event.target.closest<HTMLButtonElement>('[data-person]') : null;
  if (!button || !found) return;
  event.preventDefault();
  const known = JSON.parse(button.dataset['person']!) as Record<string, string>;
  for (const [name, value] of Object.entries(known)) {
    const one = field(name);
    const isBegun = BEGUN.includes(name) && searchKey(one.value) !== searchKey(value);
    if (one.value === '' || isBegun) one.value = value;
  }
  asked += 1;
  found.textContent = place.dataset['linked']!.replace('{number}', button.dataset['number']!);
  const empty = ['address', 'municipality', 'subject'].map(field).find(({ value }) => value === '');
  (empty ?? field('subject')).focus();
});

document.addEventListener('keydown', (event) => {
  if (!event.altKey || event.code !== 'KeyP') return;
  const first = place.querySelector<HTMLButtonElement>('[aria-keyshortcuts="Alt+p"]');
  if (!first) return;
  event.preventDefault();
  first.click();
});
