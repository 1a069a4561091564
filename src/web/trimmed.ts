import { Transform } from 'class-transformer';

/** Outer white space goes, and what PostgreSQL cannot store: NUL and half characters. */
export const trimmed = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '').trim() : value,
  );
