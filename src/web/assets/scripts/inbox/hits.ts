/** From one place in the open letter that a search found to the next (n) and back (N). */

/** Where the officer is; in a letter that comes it is nowhere, which is before its first hit. */
let place: HTMLElement | undefined;

const hits = () => [...document.querySelectorAll<HTMLElement>('#letter .sheet mark')];

/** The buttons do nothing without this script, so it shows them. */
function offer(): void {
  document.querySelector('[data-hits]')?.removeAttribute('hidden');
}

document.addEventListener('turbo:load', offer);
document.addEventListener('turbo:frame-render', ({ target }) => {
  if ((target as Element).id === 'letter') offer();
});

document.addEventListener('click', ({ target }) => {
  const step = target instanceof Element && target.closest<HTMLElement>('[data-hit]')?.dataset.hit;
  const all = hits();
  if (!step || all.length === 0) return;
  const at = place === undefined ? -1 : all.indexOf(place);
  const next = at === -1 && step === '-1' ? all.length - 1 : (at + Number(step) + all.length) % all.length;
  const hit = (place = all[next]!);
  hit.tabIndex = -1;
  hit.focus({ preventScroll: true });
  hit.scrollIntoView({ block: 'center' });
});
