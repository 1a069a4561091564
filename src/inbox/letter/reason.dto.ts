import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ActionDto } from './action.dto.js';

/** Longest reason of a closure, reopening, spam mark or urgency, in characters. */
export const LONGEST_REASON = 500;

/** Outer white space goes, and what PostgreSQL cannot store: NUL and half characters. */
export const trimmed = () =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '').trim() : value,
  );

/** The form of a closure, a reopening or a spam mark. */
export class ReasonDto extends ActionDto {
  @trimmed()
  @IsString({ context: { code: 'reason' } })
  @IsNotEmpty({ context: { code: 'reason' } })
  @MaxLength(LONGEST_REASON, { context: { code: 'tooLong', limit: LONGEST_REASON } })
  reason: string;
}
