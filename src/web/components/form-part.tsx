import type { ComponentChildren } from 'preact';

export interface FormPartProps {
  number?: number;
  title: ComponentChildren;
  children: ComponentChildren;
}

/** A numbered part of a long form; on a wide screen its legend stands in the rail. */
export const FormPart = ({ number, title, children }: FormPartProps) => (
  <fieldset class="govuk-fieldset part">
    <legend class="govuk-fieldset__legend part__legend">
      <h2>
        {number !== undefined && <span class="part__number">{number}</span>} {title}
      </h2>
    </legend>
    <div class="part__body">{children}</div>
  </fieldset>
);
