import { parentPort, type Transferable } from 'node:worker_threads';
import type { Said } from './limited-thread.js';

/**
 * The thread's side of a {@link LimitedThread}: answers questions one after another. A step is handed over without
 * being copied, and awaited until it is taken; so is of the end what `transferredWith` names.
 */
export function answerQuestions<Question, Step, End>(
  answer: (
    question: Question,
    tell: (step: Step, transferred?: Transferable[]) => Promise<void>,
  ) => Promise<End>,
  transferredWith: (end: End) => Transferable[] = () => [],
): void {
  const port = parentPort!;
  let goOn = () => {};
  const say = (said: Said<Step, End>, transferred: Transferable[] = []) =>
    port.postMessage(said, transferred);
  const tell = (step: Step, transferred?: Transferable[]) =>
    new Promise<void>((resolve) => {
      goOn = resolve;
      say({ step }, transferred);
    });
  port.on('message', (message: 'go on' | { question: Question }) => {
    if (message === 'go on') return goOn();
    answer(message.question, tell).then(
      (end) => say({ end }, transferredWith(end)),
      (error: unknown) => say({ failure: error instanceof Error ? error.message : String(error) }),
    );
  });
}
