import type { ComponentChildren } from 'preact';
import { classNames } from './attributes.js';

export interface SectionProps {
  id: string;
  title: ComponentChildren;
  /** Lets the body be wider than a column of text. */
  wide?: boolean;
  classes?: string;
  children: ComponentChildren;
}

/** A part of a page: on a wide screen its title stands in the rail beside the text. */
export const Section = ({ id, title, wide, classes, children }: SectionProps) => (
  <section class={classNames('section', classes)} aria-labelledby={id}>
    <h2 class="section__title" id={id}>
      {title}
    </h2>
    <div class={classNames('section__body', wide && 'section__body--wide')}>{children}</div>
  </section>
);
