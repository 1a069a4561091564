import type { Role } from '../../web/access.js';
import { paths } from '../../web/paths.js';

/** Whose daily work is letters. */
const READS_LETTERS: readonly Role[] = ['clerk', 'triage', 'drafter', 'approver', 'auditor'];

/** Where an account goes after sign-in when it asked for no page. */
export function landingOf(roles: readonly Role[]): string {
  if (roles.some((role) => READS_LETTERS.includes(role))) return paths.inbox;
  if (roles.includes('press')) return paths.newsroom;
  return roles.includes('admin') ? paths.accounts : paths.myAccount;
}
