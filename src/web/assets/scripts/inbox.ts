/**
 * Keys of the inbox: j and k move through the list, Enter opens (the browser's own), u goes back to the list, / seeks,
 * a, c, e and o open the form that their button opens, g and a letter go to a queue, Ctrl+Enter sends the form.
 * Everything has its link or button, so without this script nothing is missing but the keys.
 */
const links = () => [...document.querySelectorAll<HTMLAnchorElement>('.list .row a')];
let started: string | undefined;
let startedAt = 0;

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event);
  if (event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const isHandled =
    finishSequence(event.key) || move(event.key) || seek(event.key) || press(event.key) || start(event.key);
  if (isHandled) event.preventDefault();
});

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, select, textarea'))
  );
}

/** Sends the form around the field that has the focus. */
function send(event: KeyboardEvent): void {
  const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
  if (form === null || form.method !== 'post') return;
  event.preventDefault();
  form.requestSubmit();
}

/** The row after the focused one, else after the open one, else the first. */
function move(key: string): boolean {
  if (key !== 'j' && key !== 'k') return false;
  const rows = links();
  const focused = rows.indexOf(document.activeElement as HTMLAnchorElement);
  const open = rows.findIndex((row) => row.hasAttribute('aria-current'));
  const from = focused >= 0 ? focused : open;
  const to = from < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, from + (key === 'j' ? 1 : -1)));
  const row = rows[to];
  row?.focus({ preventScroll: true });
  row?.closest('.row')?.scrollIntoView({ block: 'nearest' });
  return row !== undefined;
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
  if (!/^[a-z]$/.test(key)) return false;
  const target = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  target?.click();
  return target !== null;
}

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
  if (first === undefined || Date.now() - startedAt > 1_500) return false;
  const target = document.querySelector<HTMLAnchorElement>(`[data-keys="${first} ${CSS.escape(key)}"]`);
  target?.click();
  return target !== null;
}
