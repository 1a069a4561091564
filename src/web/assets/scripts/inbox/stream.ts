/**
 * The line on which an open page hears what changes (server-sent events). A page that nobody sees hears nothing, so
 * that many open tabs do not use up the browser's connections, and tells nobody that it reads.
 */
export interface Change {
  reference: string;
  /** What happened, as a sentence in the officer's language. */
  said: string;
  isOwn: boolean;
}

/** Who has a letter before the eyes, drawn for its row and for its head. */
export interface Presence {
  reference: string;
  row: string;
  head: string;
}

export interface Hearing {
  /** The query of the line as the page stands: which letter it shows. */
  query(): string;
  changed(letters: Change[]): void;
  present(letters: Presence[]): void;
  /** The line is there again; what happened meanwhile went unheard. */
  missed(): void;
}

let source: EventSource | undefined;
let query: string | undefined;

/** Opens the line, and closes it while the page is not seen. Gives what to call when the page shows another letter. */
export function openLine(hearing: Hearing): () => void {
  const follow = () => {
    if (source) tell(source.readyState === EventSource.OPEN);
    if (document.visibilityState === 'visible' && hearing.query() !== query) connect(hearing);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') connect(hearing);
    else disconnect();
  });
  window.addEventListener('pagehide', disconnect);
  // A page that has just been drawn has missed nothing.
  if (document.visibilityState === 'visible') connect(hearing, true);
  return follow;
}

function connect(hearing: Hearing, isDrawn = false): void {
  query = hearing.query();
  const next = new EventSource(`/inbox/live${query}`);
  next.addEventListener('here', () => {
    const hasMissed = source === next || (source === undefined && !isDrawn);
    // The old line ends only now: nothing that happens in between goes unheard.
    if (source !== next) source?.close();
    source = next;
    tell(true);
    if (hasMissed) hearing.missed();
  });
  next.addEventListener('error', () => {
    if (source === next || source === undefined) tell(false);
  });
  next.addEventListener('changed', ({ data }) =>
    hearing.changed((JSON.parse(data as string) as { letters: Change[] }).letters),
  );
  next.addEventListener('present', ({ data }) =>
    hearing.present((JSON.parse(data as string) as { letters: Presence[] }).letters),
  );
}

function disconnect(): void {
  source?.close();
  source = undefined;
}

/** The mark in the bar. */
function tell(isOn: boolean): void {
  const mark = document.querySelector<HTMLElement>('#live');
  if (!mark) return;
  mark.hidden = false;
  mark.toggleAttribute('data-off', !isOn);
  mark.querySelector('span')!.textContent = isOn ? mark.dataset.onText! : mark.dataset.offText!;
}

/** Puts people, as they were sent, in the place of those who stood there. */
export function putPresent(current: Element | null | undefined, html: string): void {
  const next = new DOMParser().parseFromString(html, 'text/html').querySelector('.present');
  if (current && next) current.replaceWith(next);
}
