import { ArrayUnique, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { ActionDto } from './action.dto.js';
import { LONGEST_REASON } from './reason.dto.js';
import { trimmed } from '../../web/trimmed.js';

/** The triage form. Whether the category and the unit are the office's, the profile says afterwards. */
export class TriageDto extends ActionDto {
  static readonly lists = ['sensitive'];

  @IsString({ context: { code: 'category' } })
  @IsNotEmpty({ context: { code: 'category' } })
  @MaxLength(100, { context: { code: 'category' } })
  category: string;

  /** Empty: the unit that usually works on the category. */
  @IsOptional()
  @IsString({ context: { code: 'unit' } })
  @MaxLength(100, { context: { code: 'unit' } })
  unit?: string;

  @IsIn(['normal', 'urgent'], { context: { code: 'urgency' } })
  urgency: 'normal' | 'urgent';

  /** Needed for an urgent letter, not kept for an ordinary one. */
  @trimmed()
  @ValidateIf((form: TriageDto) => form.urgency === 'urgent' || (form.urgencyReason ?? '') !== '')
  @IsString({ context: { code: 'urgencyReason' } })
  @IsNotEmpty({ context: { code: 'urgencyReason' } })
  @MaxLength(LONGEST_REASON, { context: { code: 'tooLong', limit: LONGEST_REASON } })
  urgencyReason?: string;

  /** Codes of the sensitive marks that are ticked. */
  @ArrayUnique({ context: { code: 'sensitive' } })
  @MaxLength(100, { each: true, context: { code: 'sensitive' } })
  sensitive: string[];
}
