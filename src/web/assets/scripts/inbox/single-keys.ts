/**
 * Keys of one letter can be switched off (WCAG 2.1.4): who speaks to the machine would otherwise press them with every
 * word. The choice belongs to the browser.
 */
const NAME = 'pismo:single-keys';

export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

const isChoice = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.id === 'single-keys';

document.addEventListener('change', ({ target }) => {
  if (!isChoice(target)) return;
  try {
    localStorage.setItem(NAME, target.checked ? 'on' : 'off');
  } catch {
    target.checked = true;
  }
});

/** Shows the choice as it is; called when the help opens, since the page may have been drawn anew. */
export function showChoice(): void {
  const choice = document.querySelector('#single-keys');
  if (isChoice(choice)) choice.checked = areSingleKeysOn();
}
