/** Page Down and Page Up turn the pages of the scan while the focus stays in the form; Alt+Z enlarges them. */
const pane = document.querySelector<HTMLElement>('.scan');
const zoom = document.querySelector<HTMLButtonElement>('#zoom');

document.addEventListener('keydown', (event) => {
  if (!pane || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key !== 'PageDown' && event.key !== 'PageUp') return;
  const pages = [...pane.querySelectorAll<HTMLElement>('.sheet-page')];
  if (pages.length === 0) return;
  event.preventDefault();
  const top = pane.getBoundingClientRect().top;
  // The page that fills the pane's upper part is the one that is read.
  const read = pages.filter((page) => page.getBoundingClientRect().top - top < 80).length - 1;
  const next = pages[Math.max(0, read + (event.key === 'PageDown' ? 1 : -1))] ?? pages.at(-1)!;
  pane.scrollBy({ top: next.getBoundingClientRect().top - top - 8 });
});

function enlarge(): void {
  const isLarge = pane!.classList.toggle('large');
  zoom!.setAttribute('aria-pressed', String(isLarge));
}
zoom?.addEventListener('click', enlarge);
document.addEventListener('keydown', (event) => {
  if (!zoom || !event.altKey || event.code !== 'KeyZ') return;
  event.preventDefault();
  enlarge();
});
export {};
