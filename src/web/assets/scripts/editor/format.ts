/** The bars above Markdown texts: marks around the chosen words, and before each of their lines. */
for (const bar of document.querySelectorAll<HTMLElement>('.fmt[data-text]')) {
  const text = document.getElementById(bar.dataset.text!) as HTMLTextAreaElement | null;
  if (text && !text.readOnly) serve(bar, text);
}

function serve(bar: HTMLElement, text: HTMLTextAreaElement): void {
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-mark]'))
    button.addEventListener('click', () => surround(text, button.dataset.mark!));
  for (const button of bar.querySelectorAll<HTMLButtonElement>('[data-prefix]'))
    button.addEventListener('click', () => prefixLines(text, button.dataset.prefix!));
  text.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && (event.key === 'b' || event.key === 'i')) {
      event.preventDefault();
      surround(text, event.key === 'b' ? '**' : '*');
    }
  });
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
export function replace(area: HTMLTextAreaElement, words: string, at: number): void {
  area.focus();
  const start = area.selectionStart;
  if (!document.execCommand('insertText', false, words)) {
    area.setRangeText(words);
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  area.setSelectionRange(start + at, start + at);
}
