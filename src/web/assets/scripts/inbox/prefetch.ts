/**
 * Fetches the neighbours of the open letter, and the row under the pointer or the focus, so that opening one paints
 * at once. The server writes such a fetch down as `delivered`; when the letter is displayed, the page says so.
 */
import { currentRow, neighbour, openRow } from './page';

/** Older answers are asked for again, in milliseconds. */
const FRESH = 30_000;
/** How long a pointer rests on a row before it is taken for a wish, in milliseconds. */
const REST = 80;
const MOST = 6;

const ahead = new Map<string, { at: number; response: Promise<Response> }>();

/** Answers that may say what is no longer true. */
export function forget(reference?: string): void {
  for (const href of ahead.keys())
    if (reference === undefined || href.includes(`/${reference}`)) ahead.delete(href);
}

export function fetchAhead(row: HTMLAnchorElement | undefined): void {
  if (row === undefined || row.getAttribute('aria-current') === 'true' || isFresh(row.href)) return;
  const response = fetch(row.href, {
    credentials: 'same-origin',
    headers: { Accept: 'text/html', 'Turbo-Frame': 'letter', 'X-Sec-Purpose': 'prefetch' },
  }).then((answer) => {
    if (!answer.ok || answer.redirected) throw new Error('not to be kept');
    return answer;
  });
  response.catch(() => ahead.delete(row.href));
  ahead.set(row.href, { at: Date.now(), response });
  for (const href of [...ahead.keys()].slice(0, -MOST)) ahead.delete(href);
}

const isFresh = (href: string) => Date.now() - (ahead.get(href)?.at ?? 0) < FRESH;

document.addEventListener('turbo:before-fetch-request', (event) => {
  const { url, fetchOptions } = event.detail;
  if (fetchOptions.method.toUpperCase() !== 'GET') return forget();
  if (fetchOptions.headers['Turbo-Frame'] !== 'letter') return;
  const kept = isFresh(url.href) ? ahead.get(url.href) : undefined;
  ahead.delete(url.href);
  if (kept)
    event.detail.fetchRequest = { response: kept.response.catch(() => fetch(url.href, fetchOptions)) };
});

const neighbours = () => {
  const row = openRow();
  if (!row) return;
  fetchAhead(neighbour(row, 1));
  fetchAhead(neighbour(row, -1));
};
document.addEventListener('turbo:frame-load', neighbours);
document.addEventListener('turbo:load', neighbours);
document.addEventListener('focusin', () => fetchAhead(focusedRow()));

const focusedRow = () => {
  const row = currentRow();
  return row === document.activeElement ? row : undefined;
};

let resting: ReturnType<typeof setTimeout> | undefined;
document.addEventListener('pointerover', ({ target }) => {
  clearTimeout(resting);
  const row = target instanceof Element ? target.closest<HTMLAnchorElement>('.list .row a') : null;
  if (row) resting = setTimeout(() => fetchAhead(row), REST);
});
