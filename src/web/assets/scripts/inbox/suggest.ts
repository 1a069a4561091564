/** What the search box offers while somebody types: what was sought before, operators, values, places and people. */
import { makeCombobox } from '../combobox';

interface Suggestion {
  /** The heading that it stands under. */
  group: string;
  label: string;
  small?: string;
  insert: string;
  whole?: true;
  href?: string;
}

interface Answer {
  /** How many there are, in words. */
  said: string;
  suggestions: Suggestion[];
}

/** After the last key press, before suggestions are asked for, in milliseconds. */
const REST = 120;

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Words and operators with their values, as the search itself tells them apart. */
const PARTS = /-?(?:\p{L}+:)?(?:"[^"]*"?|„[^“”"]*[“”"]?|\S+)|\S+/gu;

/** The word or operator that the caret stands in; empty between two of them, and after a closed quotation. */
function partAt(input: HTMLInputElement): { start: number; end: number; typed: string } {
  const caret = input.selectionStart ?? input.value.length;
  for (const found of input.value.matchAll(PARTS)) {
    const end = found.index + found[0].length;
    const isClosed = caret === end && /.["“”]$/su.test(found[0]);
    if (found.index < caret && caret <= end && !isClosed)
      return { start: found.index, end, typed: input.value.slice(found.index, caret) };
  }
  return { start: caret, end: caret, typed: '' };
}

function offerOn(input: HTMLInputElement): void {
  input.id ||= 'find';
  const list = document.createElement('div');
  list.className = 'offers';
  list.setAttribute('aria-label', input.getAttribute('aria-label')!);
  const status = document.createElement('p');
  status.className = 'sr';
  let underWay: AbortController | undefined;
  let said = '';

  const { offer, close } = makeCombobox<Suggestion>(input, {
    list,
    status,
    async find() {
      underWay?.abort();
      const { signal } = (underWay = new AbortController());
      await new Promise((resolve) => setTimeout(resolve, REST));
      if (signal.aborted) return [];
      const query = new URLSearchParams({ part: partAt(input).typed, q: input.value });
      // The box works without suggestions, so a server that is away is told by the search itself.
      const found = await ask(query, signal).catch(() => undefined);
      if (found === undefined || signal.aborted) return [];
      said = found.said;
      return found.suggestions;
    },
    draw: inGroups,
    choose(suggestion) {
      if (suggestion.href) return window.location.assign(suggestion.href);
      put(input, suggestion);
      if (suggestion.whole) input.form?.requestSubmit();
      // An operator waits for its value.
      else if (suggestion.insert.endsWith(':')) void offer();
    },
    count: () => said,
  });
  // What is still asked for would open under the page that comes.
  input.form?.addEventListener('submit', close);
  // Whoever comes to the empty box is shown what they sought before.
  input.addEventListener('focus', () => {
    if (input.value === '') void offer();
  });
}

async function ask(query: URLSearchParams, signal: AbortSignal): Promise<Answer | undefined> {
  const answer = await fetch(`/inbox/suggestions?${query}`, {
    headers: { Accept: 'application/json' },
    signal,
  });
  return answer.ok && !answer.redirected ? ((await answer.json()) as Answer) : undefined;
}

function put(input: HTMLInputElement, { insert, whole }: Suggestion): void {
  if (whole) {
    input.value = insert;
    return;
  }
  const { start, end } = partAt(input);
  const text = insert.endsWith(':') ? insert : `${insert} `;
  const after = input.value.slice(end).trimStart();
  input.value = input.value.slice(0, start) + text + after;
  input.setSelectionRange(start + text.length, start + text.length);
}

/** Headings over options of one kind; a heading is not read as an option. */
function inGroups(suggestions: readonly Suggestion[]): HTMLElement[] {
  return [...new Set(suggestions.map(({ group }) => group))].map((group, number) => {
    const heading = document.createElement('h3');
    heading.id = `find-group-${number}`;
    heading.textContent = group;
    heading.setAttribute('role', 'presentation');
    const element = document.createElement('div');
    element.setAttribute('role', 'group');
    element.setAttribute('aria-labelledby', heading.id);
    element.append(heading, ...suggestions.filter((one) => one.group === group).map(optionOf));
    return element;
  });
}

function optionOf({ label, small }: Suggestion): HTMLElement {
  const option = document.createElement('div');
  option.className = 'opt';
  option.setAttribute('role', 'option');
  const name = document.createElement('span');
  name.textContent = label;
  if (CYRILLIC.test(label)) name.lang = 'sr-Cyrl';
  option.append(name);
  if (small) {
    const more = document.createElement('small');
    more.textContent = small;
    option.append(' ', more);
  }
  return option;
}

/** Turbo may have put another page, with another box, in the place of the one before. */
function attach(): void {
  const input = document.querySelector<HTMLInputElement>('.find input');
  if (!input || input.hasAttribute('aria-controls')) return;
  offerOn(input);
}

document.addEventListener('turbo:load', attach);
