/** Further HTML attributes of a component's main element, as in govuk-frontend's macros. */
export type Attributes = Record<string, string | number | boolean | undefined>;

/** Class names that are there, in order; undefined when there are none. */
export const classNames = (...names: (string | false | undefined)[]) =>
  names.filter(Boolean).join(' ') || undefined;

/** A list of ids for `aria-describedby`; undefined when nothing describes. */
export const idList = (...ids: (string | false | undefined)[]) => classNames(...ids);
