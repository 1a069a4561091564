import type { ComponentChildren } from 'preact';

/** What a field's control takes over, so that it belongs to its label, its hint and its error. */
export interface FieldAttributes {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

/** A labelled field of an officers' form, with its hint and, when it was refused, the reason. */
export function OfficeField({
  id,
  name = id,
  label,
  hint,
  error,
  children,
}: {
  id: string;
  /** Where the form sends it by another name than its id. */
  name?: string;
  label: string;
  hint?: string;
  error?: string;
  children: (attributes: FieldAttributes) => ComponentChildren;
}) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {children({
        ...{ id, name },
        'aria-describedby': described || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
    </div>
  );
}
