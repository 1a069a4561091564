/**
 * Keys of the inbox: j and k move through the list, Enter opens (the browser's own), u goes back to the list, / seeks,
 * a, c, e and o open the form that their button opens, g and a letter go to a queue, Ctrl+Enter sends the form, Ctrl+K
 * opens the palette of commands.
 */
import { currentRow, isShown, neighbour, openLetter } from './page';
import { openPalette } from './palette';
import { isPicking, pick, pickShown } from './select';
import { areSingleKeysOn } from './single-keys';

let started: string | undefined;
let startedAt = 0;
/** Between the keys of a sequence, at most, in milliseconds. */
const SEQUENCE = 1_500;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    if (!hold(SEND)) return send(event);
    return event.preventDefault();
  }
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return openPalette();
  }
  if (event.key === 'a' && (event.ctrlKey || event.metaKey) && !isTyping(event.target) && pickShown())
    return event.preventDefault();
  if (event.ctrlKey || event.metaKey || isTyping(event.target) || !areSingleKeysOn()) return;
  if ((!isInSequence() && (pick(event) || move(event.key))) || hold(event.key) || act(event.key))
    event.preventDefault();
});

const act = (key: string) => finishSequence(key) || seek(key) || press(key) || start(key);

/**
 * Keys pressed while the next letter is on its way are meant for that one, not for the one that still stands.
 * Sequences lead elsewhere, so they wait until Turbo has also told the history where it is.
 */
let awaited: { isDrawn: boolean } | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;
const held: string[] = [];
/** Keys without a letter that can be meant for a form whose own key still waits. */
const FOLLOWING = new Set(['ArrowDown', 'ArrowUp', 'Backspace']);
/** Ctrl+Enter among the keys that wait. */
const SEND = 'Control+Enter';
/** The row that j and k reached meanwhile: it opens when the letter before it stands. */
let reached: HTMLAnchorElement | undefined;
/** After this, in milliseconds, the letter is taken for lost and keys work as usual. */
const PATIENCE = 3_000;

function hold(key: string): boolean {
  if (awaited === undefined) return false;
  // Arrows and the like move in the list that stands, unless they follow a key that opens something.
  if (key.length !== 1 && key !== 'Enter' && key !== SEND && (held.length === 0 || !FOLLOWING.has(key)))
    return false;
  const waits = !awaited.isDrawn || held.length > 0 || key === 'g';
  if (waits) held.push(key);
  return waits;
}

function release(): void {
  clearTimeout(patience);
  awaited = undefined;
  const row = reached;
  reached = undefined;
  if (row?.isConnected && row.getAttribute('aria-current') !== 'true') return row.click();
  for (const key of held.splice(0)) {
    if (key === 'Enter') confirm();
    else if (key === SEND) sendFrom(document.activeElement);
    else if (!isTyping(document.activeElement)) act(key);
    else enter(document.activeElement!, key);
  }
}

/** What the browser would have done with a key in this field, for one that was held. */
function enter(field: Element, key: string): void {
  if (field instanceof HTMLSelectElement) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key] ?? 0;
    field.selectedIndex = Math.min(Math.max(field.selectedIndex + step, 0), field.options.length - 1);
    field.dispatchEvent(new Event('change', { bubbles: true }));
  } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const end = field.selectionEnd ?? field.value.length;
    const start = field.selectionStart ?? end;
    if (key.length === 1) field.setRangeText(key, start, end, 'end');
    else if (key === 'Backspace')
      field.setRangeText('', start === end ? Math.max(start - 1, 0) : start, end, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
}

/** What Enter does by itself, for one that was held. */
function confirm(): void {
  const active = document.activeElement;
  if (active instanceof HTMLInputElement || active instanceof HTMLSelectElement) active.form?.requestSubmit();
  else if (active instanceof HTMLElement) active.click();
}

document.addEventListener('turbo:before-fetch-request', (event) => {
  if (event.detail.fetchOptions.headers['Turbo-Frame'] !== 'letter') return;
  clearTimeout(patience);
  awaited = { isDrawn: false };
  patience = setTimeout(release, PATIENCE);
});
document.addEventListener('turbo:frame-render', () => {
  if (awaited) awaited.isDrawn = true;
});
for (const end of ['turbo:load', 'turbo:frame-missing', 'turbo:fetch-request-error'])
  document.addEventListener(end, () => void (awaited && setTimeout(release)));

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), select, textarea'))
  );
}

function send(event: KeyboardEvent): void {
  if (sendFrom(event.target)) event.preventDefault();
}

/** Presses the page's own button for it, else sends the form around the field that has the focus. */
function sendFrom(field: EventTarget | null): boolean {
  const button = document.querySelector<HTMLButtonElement>('[aria-keyshortcuts="Control+Enter"]:enabled');
  const form = field instanceof HTMLElement ? field.closest('form') : null;
  if (button) button.click();
  else if (form?.method === 'post') form.requestSubmit();
  else return false;
  return true;
}

/** The next or previous row gets the focus; while a letter is open, it opens as well. */
function move(key: string): boolean {
  if (key !== 'j' && key !== 'k') return false;
  const from = reached?.isConnected ? reached : currentRow();
  const row = neighbour(from, key === 'j' ? 1 : -1);
  if (row === undefined) return from !== undefined;
  if (isShown(row)) {
    row.focus({ preventScroll: true });
    row.closest('.row')?.scrollIntoView({ block: 'nearest' });
  }
  if (awaited) reached = row;
  else if (openLetter()) row.click();
  return true;
}

function seek(key: string): boolean {
  if (key !== '/') return false;
  const field = document.querySelector<HTMLInputElement>('.find input');
  field?.focus();
  field?.select();
  return field !== null;
}

/** Presses the link or button that names the key. */
function press(key: string): boolean {
  const name = key === 'N' ? 'Shift+n' : key;
  if (!/^([a-z!.?]|Shift\+n)$/.test(name)) return false;
  // What is picked in the list is meant before the letter that is open.
  const target = [
    ...document.querySelectorAll<HTMLElement>(`[aria-keyshortcuts="${name}"]:not([hidden])`),
  ].find((element) => !element.closest('.bulk') || isPicking());
  target?.click();
  return target !== undefined;
}

/** The second key of a sequence is no key of its own. */
const isInSequence = () => started !== undefined && Date.now() - startedAt <= SEQUENCE;

function start(key: string): boolean {
  if (key !== 'g') return false;
  started = key;
  startedAt = Date.now();
  return true;
}

/** The second key of a sequence, within a second and a half of the first. */
function finishSequence(key: string): boolean {
  const first = started;
  started = undefined;
  if (first === undefined || Date.now() - startedAt > SEQUENCE) return false;
  const target = document.querySelector<HTMLAnchorElement>(`[data-keys="${first} ${CSS.escape(key)}"]`);
  target?.click();
  return target !== null;
}
