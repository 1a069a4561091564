import type { ComponentChildren } from 'preact';
import { classNames } from './attributes.js';

export interface StampCell {
  term: string;
  value: ComponentChildren;
}

/** The registry's stamp, the mark of receipt: the first cell is set large; three cells make two rows. */
export const Stamp = ({ cells }: { cells: StampCell[] }) => (
  <dl class={classNames('stamp', cells.length === 3 && 'stamp--three')}>
    {cells.map((cell, index) => (
      <div class={index === 0 ? 'stamp__chief' : undefined}>
        <dt>{cell.term}</dt>
        <dd>{cell.value}</dd>
      </div>
    ))}
  </dl>
);
