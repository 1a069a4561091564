/** A job on many letters that is looked at follows its progress; the server works on whether anybody looks or not. */
import { morphElements } from '@hotwired/turbo';

/** In milliseconds. */
const EVERY = 1_000;

async function follow(): Promise<void> {
  const job = document.querySelector<HTMLElement>('#job[data-job]');
  if (job && document.visibilityState === 'visible') {
    const answer = await fetch(job.dataset.job!, {
      headers: { Accept: 'text/html', 'Turbo-Frame': 'letter' },
    }).catch(() => undefined);
    // A server that is away for a moment is asked again in the next one.
    const text = answer?.ok && !answer.redirected ? await answer.text() : undefined;
    const fresh = text && new DOMParser().parseFromString(text, 'text/html').querySelector('#job');
    if (fresh && job.isConnected) morphElements(job, fresh);
  }
  setTimeout(() => void follow(), EVERY);
}
void follow();
