/**
 * Which links and forms change only a part of the page. Rows of the list open in the letter's frame by their own
 * markup; forms of a letter answer in it, whatever they answer. Other places of the office are loaded whole.
 */
import { config } from '@hotwired/turbo';
import { isShown, neighbour, openLetter, openRow, post, rows } from './page';

const INBOX = /^\/inbox$/;
const LETTER = /^\/inbox\/letters\/[^/]+$/;

// Our pages show their own progress.
config.drive.progressBarDelay = 2 ** 31 - 1;

document.addEventListener('turbo:click', (event) => {
  const { pathname } = new URL(event.detail.url);
  if (!INBOX.test(pathname) && !LETTER.test(pathname)) event.preventDefault();
});

// In the capturing phase, so that the marks stand before Turbo looks at them.
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('#letter a[href]') : null;
    if (link instanceof HTMLAnchorElement && LETTER.test(link.pathname) && !link.hash) inLetterFrame(link);
  },
  true,
);
document.addEventListener(
  'submit',
  (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || !form.closest('#letter')) return;
    if (!form.hasAttribute('data-turbo-frame')) inLetterFrame(form);
    if (form.hasAttribute('data-advance')) nameNext(form);
  },
  true,
);

function inLetterFrame(element: HTMLElement): void {
  element.setAttribute('data-turbo-frame', 'letter');
  element.setAttribute('data-turbo-action', 'advance');
}

/** The next letter of the list opens after this one is done with; at the end of the list, the one before it. */
function nameNext(form: HTMLFormElement): void {
  const row = openRow();
  const next = row && (neighbour(row, 1) ?? neighbour(row, -1));
  const action = new URL(form.action);
  if (next?.dataset.reference) action.searchParams.set('next', next.dataset.reference);
  else action.searchParams.delete('next');
  form.action = action.href;
}

/** An answer without the frame is another page: sign-in, or an error. */
document.addEventListener('turbo:frame-missing', (event) => {
  event.preventDefault();
  const { response } = event.detail;
  if (response.redirected || response.ok) return window.location.assign(response.url);
  void response.text().then((html) => {
    const said = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
    const pane = document.querySelector('#letter > .letter');
    if (!said || !pane) return window.location.reload();
    const page = document.createElement('div');
    page.className = 'page';
    page.setAttribute('role', 'alert');
    page.append(...said.childNodes);
    pane.replaceChildren(page);
  });
});

document.addEventListener('turbo:frame-render', ({ target }) => {
  if ((target as Element).id === 'letter') settle();
  if ((target as Element).id === 'list') markOpen();
});
document.addEventListener('turbo:load', settle);

/** After a letter came: its row is marked, it counts as read, the pane that shows it is seen, the focus is somewhere. */
function settle(): void {
  const letter = openLetter();
  // The pane may also show an order for many letters, or how one goes.
  const isEmpty = document.querySelector('#letter > [data-empty]') !== null;
  document.querySelector('.panes')?.setAttribute('data-view', isEmpty ? 'list' : 'letter');
  if (letter?.dataset.opened === 'delivered') {
    letter.dataset.opened = 'read';
    void post(`/inbox/letters/${letter.dataset.letter}/reading`);
  }
  markOpen();
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!isLost && isShown(document.activeElement!)) return;
  const row = openRow();
  const place = document.getElementById('problem') ?? (row && isShown(row) ? row : letter);
  place?.focus({ preventScroll: place !== document.getElementById('problem') });
}

function markOpen(): void {
  const open = openLetter()?.dataset.letter;
  for (const row of rows()) {
    if (row.dataset.reference !== open) {
      row.removeAttribute('aria-current');
      continue;
    }
    row.setAttribute('aria-current', 'true');
    const item = row.closest<HTMLElement>('.row')!;
    if (item.hasAttribute('data-unread')) {
      item.removeAttribute('data-unread');
      row.querySelector('.l1 > .sr')?.remove();
    }
    if (isShown(row)) item.scrollIntoView({ block: 'nearest' });
  }
}
