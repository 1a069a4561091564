import { addEventHandler, getState } from 'jest-circus';

/** A test or hook that names no limit of its own may take so long, in milliseconds. */
const LIMIT = 30_000;

type Step = (() => unknown) | undefined;

/** The runner itself waits for ever: a test that hangs is told so, and the run goes on. */
function limited(step: Step, limit = LIMIT): Step {
  if (step === undefined || step.length > 0) return step;
  return () => {
    let timer: NodeJS.Timeout;
    const tooLate = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not finished within ${limit} ms.`)), limit);
    });
    return Promise.race([Promise.resolve().then(step), tooLate]).finally(() => clearTimeout(timer));
  };
}

addEventHandler((event) => {
  if (event.name !== 'add_test' && event.name !== 'add_hook') return;
  const block = getState().currentDescribeBlock;
  const added = event.name === 'add_test' ? block.tests.at(-1) : block.hooks.at(-1);
  if (added) added.fn = limited(added.fn as Step, event.timeout) as typeof added.fn;
});
