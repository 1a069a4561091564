/** Screen readers hear the count only when typing pauses. */
const PAUSE_MS = 1000;

/** Turns "you can write up to 20,000 characters" into what is left, counted as the server counts (code points). */
export function countCharacters(group: HTMLElement): void {
  const field = group.querySelector('textarea');
  const message = group.querySelector<HTMLElement>('.govuk-character-count__message');
  const limit = Number(group.dataset['maxlength']);
  if (!field || !message || !limit) return;

  const spoken = document.createElement('div');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  message.after(spoken);
  // The limit stays what describes the field; the running count is shown, and spoken apart.
  const shown = message.cloneNode() as HTMLElement;
  shown.removeAttribute('id');
  shown.setAttribute('aria-hidden', 'true');
  message.classList.add('govuk-visually-hidden');
  message.after(shown);

  const language = document.documentElement.lang || 'sr-Cyrl';
  let pause: number | undefined;
  const update = () => {
    const left = limit - [...field.value].length;
    shown.textContent = sentence(group, language, left);
    shown.classList.toggle('govuk-error-message', left < 0);
    window.clearTimeout(pause);
    pause = window.setTimeout(() => {
      if (document.activeElement === field) spoken.textContent = shown.textContent;
    }, PAUSE_MS);
  };
  field.addEventListener('input', update);
  // After Back the browser puts the words in again without an event.
  window.addEventListener('pageshow', update);
  update();
}

function sentence(group: HTMLElement, language: string, left: number): string {
  if (left === 0) return group.getAttribute('data-i18n.characters-at-limit') ?? '';
  const count = Math.abs(left);
  const key = `data-i18n.characters-${left > 0 ? 'under' : 'over'}-limit`;
  const form = new Intl.PluralRules(language).select(count);
  const text = group.getAttribute(`${key}.${form}`) ?? group.getAttribute(`${key}.other`) ?? '';
  return text.replace('%{count}', new Intl.NumberFormat(language).format(count));
}
