/** Files that are dropped anywhere on the page go as if they had been chosen; big ones say that they are on their way. */
const form = document.querySelector<HTMLFormElement>('#drop-form');
const input = form?.querySelector<HTMLInputElement>('input[type="file"]');
const said = form?.querySelector<HTMLElement>('[role="status"]');

if (form && input && said) {
  document.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    form.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) form.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    form.classList.remove('over');
    const files = event.dataTransfer?.files;
    if (!files?.length) return;
    event.preventDefault();
    input.files = files;
    form.requestSubmit();
  });
  form.addEventListener('submit', () => (said.textContent = form.dataset['sending'] ?? ''));
}
export {};
