/** For so many days a draft that was thrown away can be taken out again; then it is erased. */
export const DISCARDED_KEPT_DAYS = 90;

/** When a draft is erased that was thrown away at this moment. */
export const erasedAt = (discardedAt: Date): Date =>
  new Date(discardedAt.getTime() + DISCARDED_KEPT_DAYS * 24 * 60 * 60 * 1000);
