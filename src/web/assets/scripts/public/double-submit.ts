/** A second press while the first is on its way does nothing; the server would answer it with the same letter. */
const PATIENCE_MS = 15_000;

export function guardDoubleSubmit(form: HTMLFormElement): void {
  let sentAt = 0;
  form.addEventListener('submit', (event) => {
    const now = Date.now();
    if (now - sentAt < PATIENCE_MS) event.preventDefault();
    else sentAt = now;
  });
  // Back from the next page: the form may be sent again at once.
  window.addEventListener('pageshow', () => (sentAt = 0));
}
