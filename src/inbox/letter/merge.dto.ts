import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ActionDto } from './action.dto.js';
import { trimmed } from '../../web/trimmed.js';

/** The form that merges a letter into another. */
export class MergeDto extends ActionDto {
  /** Reference or register number of the letter that is kept, as people type it. */
  @trimmed()
  @IsString({ context: { code: 'into' } })
  @IsNotEmpty({ context: { code: 'into' } })
  @MaxLength(40, { context: { code: 'merge-absent' } })
  into: string;

  /** The officer's word that one person wrote both. */
  @IsOptional()
  @IsIn(['yes'], { context: { code: 'unknownField' } })
  samePerson?: 'yes';
}
