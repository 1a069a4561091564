/**
 * The forwarding's papers stand beside its form as they would leave with what is chosen now. Without this script the
 * form's own button shows them.
 */
const form = document.querySelector<HTMLFormElement>('#forward-form');
/** After the last change, in milliseconds. */
const PAUSE = 250;

let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

async function show(): Promise<void> {
  const mine = (asked += 1);
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form!)) if (typeof value === 'string') body.append(name, value);
  body.set('do', 'preview');
  const answer = await fetch(form!.action, {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body,
  }).catch(() => undefined);
  // A page that cannot ask sends what was shown last, and the server says that it is out of date.
  if (!answer?.ok || mine !== asked) return;
  const told = (await answer.json()) as { fingerprint: string; out: string };
  const fresh = new DOMParser().parseFromString(told.out, 'text/html').querySelector('#out');
  const shown = document.querySelector('#out');
  if (!fresh || !shown || mine !== asked) return;
  const { scrollTop } = shown;
  shown.replaceChildren(...fresh.childNodes);
  shown.scrollTop = scrollTop;
  (form!.elements.namedItem('fingerprint') as HTMLInputElement).value = told.fingerprint;
}

form?.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => void show(), PAUSE);
});
