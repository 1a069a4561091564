import { IsUUID } from 'class-validator';
import { ActionDto } from '../letter/action.dto.js';

/** Who gets the picked letters. */
export class ColleagueDto extends ActionDto {
  /** The chosen account. */
  @IsUUID(undefined, { context: { code: 'to' } })
  colleague: string;
}
