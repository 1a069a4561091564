import type { ComponentChildren } from 'preact';

export interface ProgressStep {
  label: string;
  /** Beside the label: a date that has been, or words for what is ahead. */
  note?: ComponentChildren;
  done?: boolean;
  current?: boolean;
}

/** Where a letter is. The words say it; the line only repeats it. */
export const Progress = ({ steps }: { steps: ProgressStep[] }) => (
  <ol class="progress">
    {steps.map((step) => (
      <li class={step.done ? 'is-done' : undefined} aria-current={step.current ? 'step' : undefined}>
        <strong>{step.label}</strong>
        {step.note !== undefined && (
          <> {typeof step.note === 'string' ? <span class="small">{step.note}</span> : step.note}</>
        )}
      </li>
    ))}
  </ol>
);
