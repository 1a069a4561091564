import { IsIn, IsUUID, ValidateIf } from 'class-validator';
import { ActionDto } from './action.dto.js';

/** The assignment form: its three buttons, and the list beside the second. */
export class AssignmentDto extends ActionDto {
  @IsIn(['me', 'colleague', 'nobody'], { context: { code: 'to' } })
  to: 'me' | 'colleague' | 'nobody';

  /** The chosen account; counts only with `colleague`. */
  @ValidateIf((form: AssignmentDto) => form.to === 'colleague')
  @IsUUID(undefined, { context: { code: 'to' } })
  colleague?: string;
}
