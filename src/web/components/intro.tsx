import type { ComponentChildren } from 'preact';
import { classNames } from './attributes.js';

export interface IntroProps {
  title: ComponentChildren;
  /** One or two sentences in larger type. */
  lead?: ComponentChildren;
  /** Less room below: an error summary or a form follows at once. */
  tight?: boolean;
  children?: ComponentChildren;
}

/** The head of a page: its one `h1`. */
export const Intro = ({ title, lead, tight, children }: IntroProps) => (
  <div class={classNames('intro', tight && 'intro--tight')}>
    <h1>{title}</h1>
    {lead !== undefined && <p class="lead">{lead}</p>}
    {children}
  </div>
);
