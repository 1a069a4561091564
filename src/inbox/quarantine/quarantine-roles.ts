import type { Role } from '../../web/access.js';

/** Who keeps the register of what arrives, and decides about mails that are no letters. */
export const KEEPERS: readonly Role[] = ['clerk', 'triage'];

/** Who sees such mails. */
export const QUARANTINE_ROLES: readonly Role[] = [...KEEPERS, 'auditor'];
