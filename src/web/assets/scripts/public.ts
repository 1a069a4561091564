import { countCharacters } from './public/character-count.js';
import { guardDoubleSubmit } from './public/double-submit.js';
import { focusErrorSummary } from './public/error-summary.js';

/** Comforts of the public pages. Everything works without them. */
document.querySelectorAll<HTMLElement>('[data-module="govuk-character-count"]').forEach(countCharacters);
document.querySelectorAll<HTMLElement>('[data-module="govuk-error-summary"]').forEach(focusErrorSummary);
document.querySelectorAll<HTMLFormElement>('form[method="post"]').forEach(guardDoubleSubmit);
document.querySelectorAll('button.by-script[data-print]').forEach((button) => {
  button.addEventListener('click', () => window.print());
});
