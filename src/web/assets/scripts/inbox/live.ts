/**
 * The panes follow what changes, without moving what is read: rows that stand change in place, rows that left stay
 * dimmed, new ones wait behind one button, and of the open letter only its head, its facts and its history follow.
 */
import { morphElements, visit } from '@hotwired/turbo';
import { openLetter, rows } from './page';
import { forget } from './prefetch';
import { type Change, openLine, type Presence, putPresent } from './stream';

/** The panes look again at most so often, in milliseconds. */
const AT_MOST_EVERY = 2_000;
/** A letter that is only passed by is not said to be read, in milliseconds. */
const GLANCE = 500;
/** The page speaks at most so often, in milliseconds. */
const SPEAKS_EVERY = 30_000;

/** What was said of each letter since the list was drawn. */
const said = new Map<string, Change>();

function hear(letters: Change[]): void {
  for (const change of letters) {
    said.set(change.reference, change);
    forget(change.reference);
  }
  const open = openLetter()?.dataset.letter;
  if (letters.some(({ reference }) => reference === open)) void followLetter();
  look();
}

let lookedAt = 0;
let looking: ReturnType<typeof setTimeout> | undefined;

/** The list and the counts are asked for again: at once, or when the last time is long enough ago. */
function look(): void {
  looking ??= setTimeout(
    () => {
      looking = undefined;
      lookedAt = Date.now();
      void followList();
    },
    Math.max(0, lookedAt + AT_MOST_EVERY - Date.now()),
  );
}

async function frameOf(name: 'list' | 'letter'): Promise<Document | undefined> {
  const asked = window.location.href;
  const answer = await fetch(asked, {
    headers: { Accept: 'text/html', 'Turbo-Frame': name, 'X-Sec-Purpose': 'prefetch' },
  }).catch(() => undefined);
  // The line itself tells that the server is away; a page that was left meanwhile needs no answer.
  if (!answer?.ok || answer.redirected || asked !== window.location.href) return undefined;
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}

async function followList(): Promise<void> {
  const fresh = await frameOf('list');
  const list = document.querySelector('#list > .list');
  if (!fresh || !list) return;
  followAlarm(fresh);
  followPart(document, fresh, '#queues');
  followPart(list, fresh, '.list-head > .line');
  followPart(list, fresh, '#dangers');
  followRows(fresh);
}

/** Makes one part of the page like the fresh one, and changes no more of it than differs. */
function followPart(page: ParentNode, fresh: Document, selector: string): void {
  const current = page.querySelector(selector);
  const next = fresh.querySelector(selector);
  if (current && next) morphElements(current, next);
}

function followAlarm(fresh: Document): void {
  const current = document.querySelector('.alarm');
  const next = fresh.querySelector('.alarm');
  if (current && next) morphElements(current, next);
  else if (current) current.remove();
  // Put in as a whole: a region that appears with its words is read out at once.
  else if (next) document.querySelector('.desk')?.before(next);
}

function followRows(fresh: Document): void {
  const next = new Map(
    [...fresh.querySelectorAll<HTMLElement>('#letters > .row')].map((row) => [referenceOf(row), row]),
  );
  const standing = [...document.querySelectorAll<HTMLElement>('#letters > .row')];
  for (const row of standing) {
    const same = next.get(referenceOf(row));
    if (same) {
      keepChoice(row, same);
      morphElements(row, same);
    } else dim(row);
    next.delete(referenceOf(row));
  }
  offer(next.size);
}

const referenceOf = (row: HTMLElement) => row.querySelector<HTMLElement>('a')?.dataset.reference ?? '';

/** What the officer has picked is not the server's to change. */
function keepChoice(row: HTMLElement, same: HTMLElement): void {
  const box = row.querySelector<HTMLInputElement>('.pick input');
  const fresh = same.querySelector<HTMLInputElement>('.pick input');
  if (box && fresh) fresh.toggleAttribute('checked', (fresh.checked = box.checked));
  if (row.querySelector('a')?.hasAttribute('aria-current'))
    same.querySelector('a')?.setAttribute('aria-current', 'true');
}

/** A letter that left the view stays where it is, with what happened to it, until the officer moves on. */
function dim(row: HTMLElement): void {
  const change = said.get(referenceOf(row));
  row.classList.add('gone');
  const end = row.querySelector('.r2');
  const words = change?.said ?? button()?.dataset.left ?? '';
  if (end && end.textContent !== words) end.textContent = words;
}

const button = () => document.querySelector<HTMLButtonElement>('#fresh');

let offered = 0;

function offer(count: number): void {
  const fresh = button();
  if (!fresh) return;
  fresh.hidden = count === 0;
  if (count > 0) fresh.querySelector('span')!.textContent = inWords(fresh.dataset, count);
  if (count > offered) speak(count);
  offered = count;
}

function inWords(texts: DOMStringMap, count: number): string {
  const form = new Intl.PluralRules(document.documentElement.lang.startsWith('en') ? 'en' : 'sr').select(
    count,
  );
  return (texts[form] ?? texts.many ?? '').replace('{count}', String(count));
}

let spokeAt = 0;

function speak(count: number): void {
  const region = document.querySelector<HTMLElement>('#told');
  if (!region || Date.now() - spokeAt < SPEAKS_EVERY) return;
  spokeAt = Date.now();
  region.textContent = inWords(region.dataset, count);
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element) || !target.closest('#fresh')) return;
  visit(window.location.href, { frame: 'list', action: 'replace' });
});
document.addEventListener('turbo:frame-render', ({ target }) => {
  const { id } = target as Element;
  if (id === 'list') {
    offered = 0;
    said.clear();
  }
  if (id === 'letter') setTimeout(follow, GLANCE);
});

/** What of the open letter follows others' changes; its words never move. Typed or opened forms stay as they are. */
async function followLetter(): Promise<void> {
  const fresh = await frameOf('letter');
  const letter = openLetter();
  const next = fresh?.querySelector<HTMLElement>('#letter > article.letter');
  if (!fresh || !letter || next?.dataset.letter !== letter.dataset.letter) return;
  followPart(letter, fresh, '.sheet-head .facts:last-child');
  followPart(letter, fresh, '.file');
  followPart(letter, fresh, '.trail');
  if (letter.querySelector('.action:popover-open, .action.open')) return;
  followPart(letter, fresh, '.tools');
  for (const form of letter.querySelectorAll('form.action')) followPart(letter, fresh, `#${form.id}`);
}

function showPresence(letters: Presence[]): void {
  for (const { reference, row, head } of letters) {
    const place = rows().find((link) => link.dataset.reference === reference);
    putPresent(place?.querySelector('.present'), row);
    if (openLetter()?.dataset.letter === reference)
      putPresent(document.querySelector('.sheet-head .facts:last-child .present'), head);
  }
}

const follow = openLine({
  query: () => {
    const letter = openLetter()?.dataset.letter;
    return letter === undefined ? '' : `?letter=${letter}`;
  },
  changed: hear,
  present: showPresence,
  missed: look,
});

// Another page may stand in the place of the one that was drawn first.
document.addEventListener('turbo:load', () => setTimeout(follow, GLANCE));
