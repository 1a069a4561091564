import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

/** Works for the form while the citizen writes. A browser that cannot, sends the letter all the same. */
const form = document.querySelector<HTMLFormElement>('form[data-proof-of-work]');
const field = form?.querySelector<HTMLInputElement>('input[name="altcha"]');
const address = form?.dataset['proofOfWork'];
if (form && field && address && window.isSecureContext)
  form.addEventListener('input', () => void prove(field, address), { once: true });

async function prove(target: HTMLInputElement, from: string): Promise<void> {
  try {
    const challenge = (await (await fetch(from)).json()) as Challenge;
    const solution = await solveChallenge({ challenge, deriveKey });
    if (solution) target.value = btoa(JSON.stringify({ challenge, solution }));
  } catch {
    // The field stays empty, and the letter is marked, not refused.
  }
}
