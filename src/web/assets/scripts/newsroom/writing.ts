/** Ctrl+S, who else has the release open, and the language whose field a problem is about. */
import { onSaved, save } from '../editor/draft';

document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
  if (!document.querySelector('[aria-keyshortcuts="Control+s"]')) return;
  event.preventDefault();
  void save();
});

const others = document.querySelector<HTMLElement>('#others');
onSaved(({ others: names = '' }) => {
  if (!others) return;
  others.hidden = names === '';
  if (names !== '') others.textContent = others.dataset.said!.replace('{names}', names);
});

/** A link to a field of the language that is not shown shows that language first. */
document.querySelector('#problem')?.addEventListener('click', (event) => {
  const field = (event.target as HTMLElement).closest('a')?.hash.slice(1);
  if (!field) return;
  const language = /En(-\d+)?$/.test(field) ? 'en' : 'sr';
  const choice = document.querySelector<HTMLInputElement>(`#write-${language}`);
  if (choice && /(Sr|En)(-\d+)?$/.test(field)) choice.checked = true;
  event.preventDefault();
  document.getElementById(field)?.focus();
});
