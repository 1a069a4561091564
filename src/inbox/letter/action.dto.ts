import { IsISO8601, IsOptional } from 'class-validator';

/** What every action form carries. */
export class ActionDto {
  /** When the letter had last changed as this form was shown; a form shown before a change is asked again. */
  @IsOptional()
  @IsISO8601({ strict: true }, { context: { code: 'unknownField' } })
  seen?: string;
}
