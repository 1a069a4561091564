/**
 * Every key of the inbox, in the order in which the help shows them. What stands on a page names its own key
 * (`aria-keyshortcuts`, or `data-keys` for a sequence) and is pressed by it; a test compares the pages with this table.
 * Keys that are joined by a space are pressed one after another, those joined by `+` together.
 */
export const SHORTCUTS = {
  moving: ['j', 'k', 'Enter', 'u', '/', 'n', 'Shift+n', '.', 'g t', 'g x', 'g l', 'g e', 'g u'],
  picking: ['x', 'Shift+x', 'Control+a', 'Escape'],
  letter: ['r', 'a', 'c', 'y', 'f', 'b', 'e', 'd', 'p', 'o', '!', 't', 'z'],
  writing: ['Control+b', 'Control+i', 'Control+Enter'],
  everywhere: ['Control+k', '?'],
} as const satisfies Record<string, readonly string[]>;

export type ShortcutGroup = keyof typeof SHORTCUTS;
export type Shortcut = (typeof SHORTCUTS)[ShortcutGroup][number];
