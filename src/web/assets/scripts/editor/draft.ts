/**
 * Keeps a draft on every key press: in this tab at once, on the server after a short pause. What was not saved, by a
 * lost connection or a closed tab, stands in the fields again.
 */
const form = document.querySelector<HTMLFormElement>('form[data-draft]');
const status = document.querySelector<HTMLElement>('#saving');
/** After the last key press, in milliseconds. */
const PAUSE = 400;
/** Until a save that met no server is tried again, in milliseconds. */
const AGAIN = 5_000;
/** So often an open editor says that somebody still writes, in milliseconds. */
const ALIVE = 25_000;
/** What is no part of the words: the form's own bookkeeping, and what is chosen only to be inserted. */
const APART = new Set(['_csrf', 'version', 'do', 'insert']);

/** What the server answers to a save. */
export interface Told {
  version?: number;
  /** The text as it will leave, drawn. */
  out?: string;
  message?: string;
  /** Names of those who have it open too. */
  others?: string;
}

const listeners: ((told: Told) => void)[] = [];
/** Hears what the server says to each save. */
export const onSaved = (heard: (told: Told) => void): void => void listeners.push(heard);

let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
/** The server refused: nothing is sent again before a person decides. */
let isStopped = false;

const key = () => form!.dataset.draft!;
const versionField = () => form!.elements.namedItem('version') as HTMLInputElement;

function values(): Record<string, string> {
  const told: Record<string, string> = {};
  new FormData(form!).forEach((value, name) => {
    if (typeof value === 'string' && !APART.has(name)) told[name] = value.replace(/\r\n/g, '\n');
  });
  return told;
}

function keep(): void {
  try {
    sessionStorage.setItem(key(), JSON.stringify({ version: versionField().value, values: values() }));
  } catch {
    // A full or forbidden storage leaves the server's copy, which is made anyway.
  }
}

function changed(): void {
  if (!form || isReadOnly()) return;
  keep();
  clearTimeout(timer);
  if (!isStopped) timer = setTimeout(() => void save(), PAUSE);
}

const isReadOnly = () => form!.querySelector('textarea')!.readOnly;

/** Saves what stands in the fields now; two saves never run at once, so that no version is its own rival. */
export async function save(): Promise<void> {
  clearTimeout(timer);
  while (running) await running;
  if (!form || isStopped || isReadOnly()) return;
  running = send().finally(() => (running = undefined));
  await running;
}

/** Nothing more is sent: somebody else writes now. What stands in the fields stays there, and in this tab. */
export function stop(why: string): void {
  keep();
  clearTimeout(timer);
  isStopped = true;
  tell(why, true);
}

async function send(): Promise<void> {
  const sent = values();
  tell(form!.dataset.saving!);
  const body = new URLSearchParams({ ...sent, version: versionField().value, do: 'save' });
  const token = document.querySelector<HTMLMetaElement>('meta[name="csrf-token"]')!.content;
  let answer: Response;
  try {
    answer = await fetch(form!.action, {
      method: 'POST',
      headers: { Accept: 'application/json', 'x-csrf-token': token },
      body,
    });
  } catch {
    return later();
  }
  if (answer.status >= 500 || answer.status === 429) return later();
  const isJson = answer.headers.get('content-type')?.includes('json');
  const told = isJson ? ((await answer.json()) as Told) : {};
  if (!answer.ok || told.version === undefined) {
    isStopped = true;
    return tell(told.message ?? form!.dataset.unsaved!, true);
  }
  versionField().value = String(told.version);
  if (JSON.stringify(values()) === JSON.stringify(sent)) sessionStorage.removeItem(key());
  else keep();
  show(told.out!);
  for (const heard of listeners) heard(told);
  const time = new Date().toLocaleTimeString('sr', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  tell(form!.dataset.saved!.replace('{time}', time));
}

function later(): void {
  tell(form!.dataset.unsaved!, true);
  clearTimeout(timer);
  timer = setTimeout(() => void save(), AGAIN);
}

function tell(words: string, isBad = false): void {
  if (!status) return;
  status.textContent = words;
  status.classList.toggle('late', isBad);
}

/** The text as it will leave; its scroll stays, and a form in it that is being filled in is left alone. */
function show(html: string): void {
  const drawn = document.querySelector('#drawn');
  const shown = drawn ?? document.querySelector('#out');
  if (!shown || shown.contains(document.activeElement?.closest('form') ?? null)) return;
  const page = new DOMParser().parseFromString(html, 'text/html');
  const fresh = drawn ? page.body : page.querySelector('#out');
  if (!fresh) return;
  const pane = shown.closest('#out')!;
  const { scrollTop } = pane;
  shown.replaceChildren(...fresh.childNodes);
  pane.scrollTop = scrollTop;
}

/** Words of this tab that never reached the server. */
function restore(): void {
  const stored = sessionStorage.getItem(key());
  if (stored === null) return;
  const left = JSON.parse(stored) as { version: string; values: Record<string, string> };
  if (JSON.stringify(left.values) === JSON.stringify(values())) return sessionStorage.removeItem(key());
  if (left.version !== versionField().value) {
    const note = document.createElement('pre');
    note.className = 'theirs';
    note.textContent = Object.keys(left.values)
      .filter((name) => /subject|title|lead|body/.test(name))
      .map((name) => left.values[name])
      .join('\n\n');
    form!.after(note);
    return sessionStorage.removeItem(key());
  }
  for (const [name, value] of Object.entries(left.values)) {
    const field = form!.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = value;
    else if (field) (field as HTMLInputElement).value = value;
  }
  changed();
}

if (form && !isReadOnly()) {
  restore();
  form.addEventListener('input', (event) => {
    if ((event.target as HTMLElement).id !== 'insert') changed();
  });
  // A save on its way raises the version that the form would be refused for.
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    isStopped = true;
    if (!running) return sessionStorage.removeItem(key());
    event.preventDefault();
    const { submitter } = event;
    void running.then(() => form.requestSubmit(submitter));
  });
  setInterval(() => {
    if (document.visibilityState === 'visible' && versionField().value !== '0') void save();
  }, ALIVE);
}
