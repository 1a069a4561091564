/** What the scripts of the inbox ask of the page as it stands now; nodes are never kept, since panes are swapped. */

export const rows = () => [...document.querySelectorAll<HTMLAnchorElement>('.list .row a[data-reference]')];

export const openLetter = () => document.querySelector<HTMLElement>('#letter > article.letter[data-letter]');

export const openRow = () => rows().find((row) => row.dataset.reference === openLetter()?.dataset.letter);

/** Whether an element takes part in the layout: on a phone the list beside an open letter does not. */
export const isShown = (element: Element) => element.checkVisibility();

/** The row that a key means: the focused one, else that of the open letter. */
export const currentRow = () => rows().find((row) => row === document.activeElement) ?? openRow();

/** The row `by` places away from another one of the list. */
export function neighbour(row: HTMLAnchorElement | undefined, by: 1 | -1): HTMLAnchorElement | undefined {
  const all = rows();
  if (row === undefined) return all[0];
  return all[all.indexOf(row) + by];
}

/** Sends a form's worth of nothing, or these fields, as our own page. */
export function post(path: string, fields: Record<string, string> = {}): Promise<Response> {
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')?.content ?? '';
  return fetch(path, {
    method: 'POST',
    headers: { 'x-csrf-token': token },
    body: new URLSearchParams(fields),
    keepalive: true,
  });
}
