/** Standard lines and releases, put where the cursor stands. */
import { replace } from '../editor/format';

const text = document.querySelector<HTMLTextAreaElement>('#body');
const insert = document.querySelector<HTMLSelectElement>('#insert');

if (text && insert && !text.readOnly) {
  text.addEventListener('keydown', (event) => {
    const isAtStart = text.selectionStart === 0 || text.value[text.selectionStart - 1] === '\n';
    if (event.key !== ';' || !isAtStart) return;
    event.preventDefault();
    insert.focus();
  });
  insert.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') text.focus();
    if (event.key !== 'Enter') return;
    event.preventDefault();
    insertChosen(text, insert);
  });
  document
    .querySelector<HTMLButtonElement>('[name="do"][value="insert"]')
    ?.addEventListener('click', (event) => {
      event.preventDefault();
      insertChosen(text, insert);
    });
}

function insertChosen(area: HTMLTextAreaElement, select: HTMLSelectElement): void {
  const chosen = select.selectedOptions[0]?.dataset.text;
  if (chosen === undefined) return select.focus();
  replace(area, chosen, chosen.length);
  select.value = '';
}
