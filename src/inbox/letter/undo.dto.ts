import { Matches } from 'class-validator';
import { ActionDto } from './action.dto.js';

/** Which event of the letter's history is to be taken back. */
export class UndoDto extends ActionDto {
  @Matches(/^\d{1,18}$/, { context: { code: 'unknownField' } })
  event: string;
}
