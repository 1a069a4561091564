/**
 * Enter goes to the next field and never sends the form; Ctrl+Enter registers; Alt with a figure jumps to a field in
 * the order in which they stand. In the text Enter is a new line, as everywhere.
 */
import { guardDoubleSubmit } from '../public/double-submit';

const form = document.querySelector<HTMLFormElement>('#entry')!;
guardDoubleSubmit(form);

const fields = () =>
  [...form.querySelectorAll<HTMLElement>('input:not([type="hidden"]), select, textarea')].filter(
    (field) => field.offsetParent !== null,
  );

form.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if (event.altKey && /^Digit[1-9]$/.test(event.code)) {
    // The first field keeps its day from letter to letter, so counting begins after it.
    const field = fields()[Number(event.code.slice(-1))];
    if (field) goTo(field);
    return event.preventDefault();
  }
  if (event.key !== 'Enter' || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    // A key that is held down sends it once.
    if (!event.repeat) form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="save"]'));
    return;
  }
  const { target } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  takeFirstOffer(target);
  const all = fields();
  const next = all[all.indexOf(target) + 1];
  if (next) goTo(next);
  else form.querySelector<HTMLButtonElement>('button[value="save"]')?.focus();
});

/** While places are offered, Enter takes the first of them; Tab or Escape keeps what is typed. */
function takeFirstOffer(field: HTMLElement): void {
  if (field.getAttribute('aria-expanded') !== 'true' || field.hasAttribute('aria-activedescendant')) return;
  const press = (key: string) => field.dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true }));
  press('ArrowDown');
  press('Enter');
}

function goTo(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
}

// What is wrong is heard first, and its first field has the focus.
const problem = document.querySelector<HTMLElement>('#problems');
const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]');
if (problem) (wrong ?? problem).focus();
