import { searchKey } from '../script/search-key.js';

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export type PasswordFault = 'password-short' | 'password-long' | 'password-obvious';

/** Words that guesses start with; repeated or followed by digits they are no better. */
const OBVIOUS = [
  'password',
  'lozinka',
  'sifra',
  'administrator',
  'admin',
  'pismo',
  'predsednik',
  'predsednistvo',
  'kancelarija',
  'beograd',
  'srbija',
  'serbia',
  'crvenazvezda',
  'partizan',
  'dobrodosli',
  'welcome',
  'letmein',
  'iloveyou',
  'changeme',
  'trustno1',
  'superman',
  'passw0rd',
];

/** Rows that fingers walk along, in both directions. */
const WALKS = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((walk) => [walk, [...walk].reverse().join('')]);

/**
 * What is wrong with a password, or undefined. Length counts, composition does not (NIST SP 800-63B, 3.1.1.2);
 * only what anybody would try first is refused. `about` is what is known of its owner: name and e-mail.
 */
export function passwordFault(password: string, about: string[] = []): PasswordFault | undefined {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST_PASSWORD) return 'password-short';
  if (length > LONGEST_PASSWORD) return 'password-long';
  return isObvious(password, about) ? 'password-obvious' : undefined;
}

function isObvious(password: string, about: string[]): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  if (new Set(lower).size < 5 || /^(.{1,7}?)\1+$/u.test(lower)) return true;
  // What is left when everything known in advance is taken away must still be worth guessing.
  const key = searchKey(lower).replace(/\s/g, '');
  const known = [...OBVIOUS, ...about.flatMap(wordsOf)].sort((a, b) => b.length - a.length);
  const rest = withoutWalks(known.reduce((left, word) => left.replaceAll(word, ''), key));
  return rest.length < key.length && rest.replace(/[^a-z]/g, '').length < 4;
}

/** Takes out every stretch of four or more keys in a row. */
function withoutWalks(text: string): string {
  for (let length = text.length; length >= 4; length--)
    for (let start = 0; start + length <= text.length; start++) {
      const stretch = text.slice(start, start + length);
      if (WALKS.some((walk) => walk.includes(stretch)))
        return withoutWalks(text.slice(0, start)) + withoutWalks(text.slice(start + length));
    }
  return text;
}

function wordsOf(text: string): string[] {
  return searchKey(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= 3);
}
