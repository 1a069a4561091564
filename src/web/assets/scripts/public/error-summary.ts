/** Brings the reader to what is wrong, and a link of the summary into the field that it names. */
export function focusErrorSummary(summary: HTMLElement): void {
  summary.setAttribute('tabindex', '-1');
  summary.focus();
  summary.addEventListener('blur', () => summary.removeAttribute('tabindex'));
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const field = link?.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!field) return;
    event.preventDefault();
    // The label first, so that the question is in sight above its field.
    const label =
      field.closest('fieldset')?.querySelector('legend') ??
      document.querySelector(`label[for="${field.id}"]`);
    (label ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}
