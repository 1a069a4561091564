import type { PasswordFault } from './password.rules.js';

/** Why the office's accounts refuse something; the words are in `refusals.texts.ts`. */
export type RefusalCode =
  | PasswordFault
  | 'password-wrong'
  | 'name-missing'
  | 'name-long'
  | 'email-invalid'
  | 'email-taken'
  | 'roles-missing'
  | 'unit-unknown'
  | 'language-unknown'
  | 'last-administrator'
  | 'no-such-account'
  | 'account-disabled'
  | 'absence-day'
  | 'absence-past'
  | 'absence-order'
  | 'stand-in'
  | 'link-dead';

/** One reason, the field that it concerns, and what the words name. */
export interface Refusal {
  code: RefusalCode;
  field?:
    | 'name'
    | 'email'
    | 'password'
    | 'currentPassword'
    | 'roles'
    | 'unit'
    | 'language'
    | 'absentFrom'
    | 'absentUntil'
    | 'standIn';
  values?: Record<string, string>;
}

/** The rules of the office forbid it; nothing was changed. */
export class StaffRefused extends Error {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map((refusal) => refusal.code).join(', '));
    this.name = 'StaffRefused';
  }

  /** Whether this reason is among them. */
  says(code: RefusalCode): boolean {
    return this.refusals.some((refusal) => refusal.code === code);
  }
}

/** Throws when there is a reason to. */
export function refuseIf(refusals: Refusal[]): void {
  if (refusals.length > 0) throw new StaffRefused(refusals);
}
