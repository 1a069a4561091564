/**
 * Picking letters by keys and by the mouse: x picks and moves down, Shift+x and a click with Shift pick everything up
 * to there, Ctrl+A all that are shown, Escape lets go. What is picked are the boxes themselves, kept by reference over
 * a list that is drawn anew.
 */
import { currentRow, neighbour, rows } from './page';

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('#letters .pick input')];
const form = () => document.querySelector<HTMLFormElement>('#bulk-form');
const everything = () => form()?.querySelector<HTMLInputElement>('[name="all"]');
const boxOf = (row: HTMLAnchorElement | undefined) =>
  row?.closest('.row')?.querySelector<HTMLInputElement>('.pick input') ?? undefined;

/** Where a range begins: the box that was ticked last. */
let last: string | undefined;
const kept = new Set<string>();

export const isPicking = () => boxes().some(({ checked }) => checked) || everything()?.checked === true;

/** True when the key was one of picking. */
export function pick(event: KeyboardEvent): boolean {
  if (!form()) return false;
  if (event.key === 'x' || event.key === 'X') {
    const row = currentRow() ?? rows().find((other) => boxOf(other));
    const box = boxOf(row);
    if (!row || !box) return false;
    if (event.key === 'X') fill(box);
    else {
      box.checked = !box.checked;
      last = box.value;
      const next = neighbour(row, 1);
      next?.focus({ preventScroll: true });
      next?.closest('.row')?.scrollIntoView({ block: 'nearest' });
    }
    count();
    return true;
  }
  if (event.key === 'Escape' && isPicking()) {
    letGo();
    return true;
  }
  return false;
}

export function pickShown(): boolean {
  if (!form() || boxes().length === 0) return false;
  for (const box of boxes()) box.checked = true;
  count();
  return true;
}

function fill(box: HTMLInputElement): void {
  const all = boxes();
  const to = all.indexOf(box);
  const from = Math.max(
    0,
    all.findIndex(({ value }) => value === last),
  );
  for (const each of all.slice(Math.min(from, to), Math.max(from, to) + 1)) each.checked = true;
  last = box.value;
}

function letGo(): void {
  for (const box of boxes()) box.checked = false;
  const all = everything();
  if (all) all.checked = false;
  kept.clear();
  count();
}

function count(): void {
  const picked = boxes().filter(({ checked }) => checked);
  for (const { value, checked } of boxes())
    if (checked) kept.add(value);
    else kept.delete(value);
  const place = document.querySelector('#picked-count');
  if (place && picked.length > 0)
    place.textContent = form()!.dataset.picked!.replace('{count}', String(picked.length));
}

document.addEventListener('click', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || !box.matches('.pick input')) return;
  if (event.shiftKey && last !== undefined) fill(box);
  last = box.value;
  count();
});
document.addEventListener('reset', (event) => {
  if (event.target === form()) setTimeout(letGo);
});
document.addEventListener('turbo:frame-render', ({ target }) => {
  if ((target as Element).id !== 'list') return;
  for (const box of boxes()) box.checked = kept.has(box.value);
  for (const reference of [...kept])
    if (!boxes().some(({ value }) => value === reference)) kept.delete(reference);
  count();
});
