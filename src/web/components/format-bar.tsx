import type { ComponentChildren } from 'preact';

/** One button of the bar: a Markdown mark around the chosen words, or one before each of their lines. */
export interface FormatButton {
  label: string;
  /** What the button shows; its label where that is words. */
  shown?: ComponentChildren;
  mark?: '**' | '*';
  prefix?: '- ' | '## ' | '> ';
  keys?: string;
}

/** The bar above a Markdown text; `scripts/editor/format.ts` makes its buttons work, without it they are not shown. */
export const FormatBar = ({
  label,
  text,
  buttons,
  children,
}: {
  label: string;
  /** Id of the text that it works on. */
  text: string;
  buttons: FormatButton[];
  children?: ComponentChildren;
}) => (
  <div class="fmt" role="group" aria-label={label} data-text={text}>
    {buttons.map(({ label: name, shown, mark, prefix, keys }) => (
      <button
        type="button"
        class="btn plain"
        data-mark={mark}
        data-prefix={prefix}
        aria-label={shown === undefined ? undefined : name}
        aria-keyshortcuts={keys}
      >
        {shown ?? name}
      </button>
    ))}
    {children}
  </div>
);
