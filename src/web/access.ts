import { SetMetadata } from '@nestjs/common';

/** What an account may be; an account has several (design: roles of the office). */
export const ROLES = ['clerk', 'triage', 'drafter', 'approver', 'press', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who may call a route: anyone, any signed-in account, or an account with at least one of the roles. */
export type AccessLevel = 'public' | 'account' | readonly Role[];

export const ACCESS = 'pismo:access';

/** Declares a route's access level. A route without one stops the program at start (deny by default). */
export const Access = (level: AccessLevel) => SetMetadata(ACCESS, level);
