import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
import { ActionDto } from './action.dto.js';
import { trimmed } from '../../web/trimmed.js';

/** Longest note, in characters. */
export const LONGEST_NOTE = 5_000;

/** The form of a note. */
export class NoteDto extends ActionDto {
  @trimmed()
  @IsString({ context: { code: 'note' } })
  @IsNotEmpty({ context: { code: 'note' } })
  @MaxLength(LONGEST_NOTE, { context: { code: 'tooLong', limit: LONGEST_NOTE } })
  note: string;

  /** Account of somebody who is mentioned without being named in the text; empty for nobody. */
  @IsOptional()
  @ValidateIf(({ mention }: NoteDto) => mention !== '')
  @IsUUID(undefined, { context: { code: 'notOfOffice' } })
  mention?: string;
}
