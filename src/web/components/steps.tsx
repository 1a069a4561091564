import type { ComponentChildren } from 'preact';

export interface Step {
  title: ComponentChildren;
  text: ComponentChildren;
}

/** Numbered steps, for example what happens next. */
export const Steps = ({ steps }: { steps: Step[] }) => (
  <ol class="steps">
    {steps.map((step) => (
      <li>
        <h3>{step.title}</h3>
        <p>{step.text}</p>
      </li>
    ))}
  </ol>
);
