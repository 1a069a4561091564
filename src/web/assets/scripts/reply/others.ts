/**
 * Others at the same reply: who reads and who writes it, that somebody took the writing over, and what was decided. A
 * page on which nothing is typed shows the new state by itself; one with words says so and loses none.
 */
import { openLine, putPresent } from '../inbox/stream';
import { stop } from '../editor/draft';

const main = document.querySelector<HTMLElement>('main.reply[data-letter]');
const letter = main?.dataset.letter;
const form = document.querySelector<HTMLFormElement>('#reply-form');

if (letter !== undefined)
  openLine({
    query: () => `?letter=${letter}${form && !isHeld() ? '&doing=write' : ''}`,
    present: (letters) => {
      const here = letters.find(({ reference }) => reference === letter);
      if (!here) return;
      putPresent(document.querySelector('.top .present'), here.head);
      if (form && !isHeld()) void lookForWriter();
    },
    changed: (letters) => {
      const change = letters.findLast(({ reference, isOwn }) => reference === letter && !isOwn);
      if (change) follow(change.said);
    },
    missed: () => {
      if (form && !isHeld()) void lookForWriter();
    },
  });

function isHeld(): boolean {
  return document.querySelector('#locked') !== null;
}

/** When somebody else holds the writing now, the page says who, and what is typed here is kept but not sent. */
async function lookForWriter(): Promise<void> {
  const headers = { Accept: 'text/html', 'X-Sec-Purpose': 'prefetch' };
  const answer = await fetch(location.href, { headers }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const note = fresh.querySelector('#locked');
  if (!note || isHeld()) return;
  stop(note.querySelector('b')?.textContent ?? '');
  document.querySelector('#draft-heading')?.after(note);
  note.querySelector('div')?.setAttribute('role', 'alert');
}

function follow(said: string): void {
  if (!form && !hasWords()) return location.reload();
  const place = document.querySelector<HTMLElement>('#others');
  if (place) place.textContent = said;
}

function hasWords(): boolean {
  return [...document.querySelectorAll('textarea')].some(({ value, defaultValue }) => value !== defaultValue);
}
