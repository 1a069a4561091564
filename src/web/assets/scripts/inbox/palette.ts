/**
 * The palette of commands (Ctrl+K) and the help on keys (?). What can be done is read from the page itself: whatever
 * has a key can be found by its words, in either script and without diacritics, and is pressed when it is chosen.
 * Letters come from the list's own search.
 */
import { searchKey } from '../../../../script/search-key.js';
import { openLetter } from './page';
import { isPicking } from './select';
import { showChoice } from './single-keys';

interface Command {
  group: string;
  words: string;
  small?: string;
  keys?: string;
  lang?: string;
  run(): void;
}

/** After the last key press, before letters are asked for, in milliseconds. */
const PAUSE = 150;
/** A screen reader hears how many there are when typing pauses, in milliseconds. */
const SPEAK = 500;
const MOST_LETTERS = 6;
const RECENT = 'pismo:recent-commands';

// Nodes are never kept: Turbo may have put another page in the place of the one that was drawn.
const dialog = () => document.querySelector<HTMLDialogElement>('#palette')!;
const field = () => dialog().querySelector('input')!;
const hits = () => dialog().querySelector<HTMLElement>('#palette-hits')!;
const count = () => dialog().querySelector<HTMLElement>('[role="status"]')!;

let shown: Command[] = [];
let active = 0;
let asked = 0;
let pause: ReturnType<typeof setTimeout> | undefined;
let speaking: ReturnType<typeof setTimeout> | undefined;

export function openPalette(): void {
  if (!document.querySelector('#palette') || document.querySelector('dialog[open]')) return;
  field().value = '';
  dialog().showModal();
  offer();
}

export function openHelp(): void {
  if (document.querySelector('dialog[open]')) return;
  showChoice();
  document.querySelector<HTMLDialogElement>('#keys')?.showModal();
}

/** What a button or link says, without the key that it shows. */
function wordsOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('kbd, .n, .i')) part.remove();
  return (copy.textContent?.replace(/\s+/g, ' ').trim() || element.getAttribute('aria-label')) ?? '';
}

function commands(): Command[] {
  const letter = openLetter();
  const name = letter?.querySelector('.sheet-head .facts b')?.textContent ?? '';
  const from = (selector: string, group: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element): Command[] => {
      const words = wordsOf(element);
      const keys = element.dataset.keys ?? element.getAttribute('aria-keyshortcuts') ?? undefined;
      const small = element.querySelector('.n')?.textContent ?? undefined;
      return words === '' ? [] : [{ group, words, keys, small, run: () => element.click() }];
    });
  return [
    ...(isPicking() ? from('.bulk :is(button, a)', dialog().dataset.forPicked!) : []),
    ...from(
      '#letter .danger [aria-keyshortcuts], #letter .tools :is(a, button)',
      dialog().dataset.forLetter!.replace('{name}', name),
    ),
    ...from('.toast [aria-keyshortcuts]', dialog().dataset.forLetter!.replace('{name}', name)),
    ...from('#queues a, #queues button, .bar nav a', dialog().dataset.goTo!),
  ];
}

function offer(): void {
  const typed = field().value.trim();
  const key = searchKey(typed);
  const recent = recentWords();
  const place = ({ words }: Command) => (recent.includes(words) ? recent.indexOf(words) : recent.length);
  const found = commands().filter(({ words }) => searchKey(words).includes(key));
  const groups = [...new Set(found.map(({ group }) => group))];
  const ordered = groups.flatMap((group) =>
    found.filter((command) => command.group === group).sort((one, other) => place(one) - place(other)),
  );
  const mine = ++asked;
  draw(typed === '' ? ordered : [...ordered, seek(typed)]);
  clearTimeout(pause);
  if (typed.length > 1)
    pause = setTimeout(
      () =>
        void lettersFor(typed).then((letters) => {
          if (mine === asked && letters.length > 0) draw([...ordered, ...letters, seek(typed)]);
        }),
      PAUSE,
    );
}

const seek = (typed: string): Command => ({
  group: dialog().dataset.letters!,
  words: dialog().dataset.seek!.replace('{words}', typed),
  keys: '/',
  run: () => window.location.assign(`/inbox?q=${encodeURIComponent(typed)}`),
});

async function lettersFor(typed: string): Promise<Command[]> {
  const answer = await fetch(`/inbox?q=${encodeURIComponent(typed)}`, {
    headers: { Accept: 'text/html', 'Turbo-Frame': 'list' },
  }).catch(() => undefined);
  // Without an answer the commands of the page are still there, and the search's own page says what is wrong.
  if (!answer?.ok || answer.redirected) return [];
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return [...page.querySelectorAll<HTMLAnchorElement>('#letters .row a')]
    .slice(0, MOST_LETTERS)
    .map((row) => {
      const text = (part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
      const small = [text('.cat'), text('time'), text('.snip')].filter(Boolean).join(' · ');
      return {
        group: dialog().dataset.letters!,
        words: [text('.from'), text('.place')].filter(Boolean).join(', '),
        small,
        lang: row.querySelector('.snip')?.getAttribute('lang') ?? undefined,
        run: () => window.location.assign(row.href),
      };
    });
}

function draw(found: Command[]): void {
  shown = found;
  active = 0;
  const parts: HTMLElement[] = [];
  let group: HTMLElement | undefined;
  found.forEach((command, index) => {
    if (group?.dataset.name !== command.group) {
      group = groupOf(command.group, parts.length);
      parts.push(group);
    }
    group.append(optionOf(command, index));
  });
  hits().replaceChildren(...parts);
  field().setAttribute('aria-expanded', String(found.length > 0));
  point();
  clearTimeout(speaking);
  speaking = setTimeout(() => (count().textContent = inWords(found.length)), SPEAK);
}

function groupOf(name: string, number: number): HTMLElement {
  const heading = Object.assign(document.createElement('h3'), {
    id: `palette-group-${number}`,
    textContent: name,
  });
  heading.setAttribute('role', 'presentation');
  const group = document.createElement('div');
  group.dataset.name = name;
  group.setAttribute('role', 'group');
  group.setAttribute('aria-labelledby', heading.id);
  group.append(heading);
  return group;
}

function optionOf({ words, small, keys, lang }: Command, index: number): HTMLElement {
  const option = Object.assign(document.createElement('div'), { className: 'opt', id: `palette-${index}` });
  option.setAttribute('role', 'option');
  const name = document.createElement('span');
  name.append(...withMarked(words));
  option.append(name);
  if (keys) {
    const cap = Object.assign(document.createElement('kbd'), { textContent: keys });
    cap.setAttribute('aria-hidden', 'true');
    option.append(cap);
  }
  if (small) {
    const more = Object.assign(document.createElement('small'), { textContent: small });
    if (lang) more.lang = lang;
    option.append(more);
  }
  option.addEventListener('click', () => run(index));
  return option;
}

/** The words with what was typed standing out, found letter by letter since a key may be longer than its letter. */
function withMarked(words: string): (string | HTMLElement)[] {
  const key = searchKey(field().value.trim());
  const letters = [...words];
  for (let start = 0; key !== '' && start < letters.length; start += 1)
    for (let end = start + 1; end <= letters.length; end += 1) {
      const part = searchKey(letters.slice(start, end).join(''));
      if (!key.startsWith(part)) break;
      if (part !== key) continue;
      const mark = document.createElement('b');
      mark.textContent = letters.slice(start, end).join('');
      return [letters.slice(0, start).join(''), mark, letters.slice(end).join('')];
    }
  return [words];
}

function point(): void {
  const options = [...hits().querySelectorAll('.opt')];
  options.forEach((option, index) => option.setAttribute('aria-selected', String(index === active)));
  const current = options[active];
  if (current) field().setAttribute('aria-activedescendant', current.id);
  else field().removeAttribute('aria-activedescendant');
  current?.scrollIntoView({ block: 'nearest' });
}

function run(index: number): void {
  const command = shown[index];
  if (!command) return;
  remember(command.words);
  // The focus goes back to the page first: what is pressed may open a form of its own.
  dialog().close();
  command.run();
}

const inWords = (number: number) => {
  if (number === 0) return dialog().dataset.none!;
  const form = new Intl.PluralRules(document.documentElement.lang.startsWith('en') ? 'en' : 'sr').select(
    number,
  );
  return (dialog().dataset[form] ?? dialog().dataset.many!).replace('{count}', String(number));
};

function recentWords(): string[] {
  try {
    return JSON.parse(localStorage.getItem(RECENT) ?? '[]') as string[];
  } catch {
    return [];
  }
}

function remember(words: string): void {
  try {
    const kept = [words, ...recentWords().filter((other) => other !== words)].slice(0, 5);
    localStorage.setItem(RECENT, JSON.stringify(kept));
  } catch {
    // Without storage the commands stand in the order of the page.
  }
}

document.addEventListener('input', ({ target }) => {
  if (target instanceof Element && target.matches('#palette input')) offer();
});
document.addEventListener('keydown', (event) => {
  if (!(event.target instanceof Element) || !event.target.matches('#palette input')) return;
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    active = (active + step + shown.length) % Math.max(shown.length, 1);
    point();
  } else if (event.key === 'Enter') run(active);
  else return;
  event.preventDefault();
});
document.addEventListener('click', ({ target }) => {
  // The ground around a dialog belongs to it: pressing it closes the dialog.
  if (target instanceof HTMLDialogElement) target.close();
  const opener = target instanceof Element ? target.closest<HTMLElement>('[data-opens]') : null;
  if (opener?.dataset.opens === 'palette') openPalette();
  if (opener?.dataset.opens === 'keys') openHelp();
});
