import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { trimmed } from '../../web/trimmed.js';
import { ActionDto } from './action.dto.js';

/** Longest reason of a closure, reopening, spam mark or urgency, in characters. */
export const LONGEST_REASON = 500;

/** The form of a closure, a reopening or a spam mark. */
export class ReasonDto extends ActionDto {
  @trimmed()
  @IsString({ context: { code: 'reason' } })
  @IsNotEmpty({ context: { code: 'reason' } })
  @MaxLength(LONGEST_REASON, { context: { code: 'tooLong', limit: LONGEST_REASON } })
  reason: string;
}
