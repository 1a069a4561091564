/** The bar above the text: Markdown around the chosen words, lists, standard lines where the cursor stands. */
import { changed } from './draft';

const text = document.querySelector<HTMLTextAreaElement>('#body');
const insert = document.querySelector<HTMLSelectElement>('#insert');

if (text && !text.readOnly) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.fmt [data-mark]'))
    button.addEventListener('click', () => surround(text, button.dataset.mark!));
  document
    .querySelector<HTMLButtonElement>('.fmt [data-prefix]')
    ?.addEventListener('click', () => prefixLines(text, '- '));
  text.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && (event.key === 'b' || event.key === 'i')) {
      event.preventDefault();
      surround(text, event.key === 'b' ? '**' : '*');
    }
    if (
      event.key === ';' &&
      insert &&
      (text.selectionStart === 0 || text.value[text.selectionStart - 1] === '\n')
    ) {
      event.preventDefault();
      insert.focus();
    }
  });
}

if (text && insert) {
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

/** Puts a mark on both sides of the selection; a mark that is there already goes. */
function surround(area: HTMLTextAreaElement, mark: string): void {
  const { selectionStart: start, selectionEnd: end, value } = area;
  const chosen = value.slice(start, end);
  const isMarked =
    value.slice(start - mark.length, start) === mark && value.slice(end, end + mark.length) === mark;
  if (isMarked) {
    area.setSelectionRange(start - mark.length, end + mark.length);
    return replace(area, chosen, chosen.length);
  }
  replace(area, mark + chosen + mark, mark.length + chosen.length);
}

function prefixLines(area: HTMLTextAreaElement, prefix: string): void {
  const start = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.selectionEnd;
  const lines = area.value.slice(start, end).split('\n');
  area.setSelectionRange(start, end);
  const changedLines = lines.map((line) => prefix + line).join('\n');
  replace(area, changedLines, changedLines.length);
}

/** Replaces the selection in a way that the browser's own undo knows, and puts the cursor `at` from its start. */
function replace(area: HTMLTextAreaElement, words: string, at: number): void {
  area.focus();
  const start = area.selectionStart;
  if (!document.execCommand('insertText', false, words)) area.setRangeText(words);
  area.setSelectionRange(start + at, start + at);
  changed();
}
