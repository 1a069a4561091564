import type { SignedIn } from '../staff/account.js';
import type { Role } from '../web/access.js';

/** Who asks for letters. `citizen` is the writer behind a checked private link. */
export type Viewer = { accountId: string; roles: readonly Role[]; unit: string | null } | 'citizen';

/** Roles that see every letter of the office. */
const SEES_ALL: readonly Role[] = ['clerk', 'triage', 'auditor'];

/** Roles that see the letters of their unit and those assigned to them. */
const SEES_UNIT: readonly Role[] = ['drafter', 'approver'];

/** Roles that may open letters at all; administrators and the press see none. */
export const LETTER_ROLES: readonly Role[] = [...SEES_ALL, ...SEES_UNIT];

/**
 * The SQL condition under which a viewer may see the letter of this alias; pushes its parameters.
 * A viewer without a fitting role sees nothing, which looks the same as an absent letter.
 */
export function visibleTo(viewer: Viewer, parameters: unknown[], alias = 'letter'): string {
  if (viewer === 'citizen') return 'true';
  if (viewer.roles.some((role) => SEES_ALL.includes(role))) return 'true';
  if (!viewer.roles.some((role) => SEES_UNIT.includes(role))) return 'false';
  const assigned = `${alias}.assigned_to = $${parameters.push(viewer.accountId)}`;
  return viewer.unit === null
    ? assigned
    : `(${assigned} OR ${alias}.unit = $${parameters.push(viewer.unit)})`;
}

/**
 * As {@link visibleTo}, for a letter that is asked for by name: whoever works on a letter also opens what is merged
 * into it, wherever that one was sorted.
 */
export function openTo(viewer: Viewer, parameters: unknown[]): string {
  const own = visibleTo(viewer, parameters);
  if (own === 'true' || own === 'false') return own;
  const kept = visibleTo(viewer, parameters, 'kept');
  return `(${own} OR EXISTS (SELECT FROM letter kept WHERE kept.id = letter.merged_into AND ${kept}))`;
}

/** An officer who asks or acts. */
export type Officer = Exclude<Viewer, 'citizen'>;

export const officerOf = (account: Pick<SignedIn, 'id' | 'roles' | 'unit'>): Officer => ({
  accountId: account.id,
  roles: account.roles,
  unit: account.unit,
});
