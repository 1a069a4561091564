import { IsIn, IsString, IsUUID, ValidateIf } from 'class-validator';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };

/** A standard line's form. What the office asks of its words, `StandardLines` says. */
export class LineDto {
  /** Empty for a new line. */
  @ValidateIf((form: LineDto) => form.id !== '')
  @IsUUID(undefined, unknown)
  id: string;

  @trimmed()
  @IsString(unknown)
  name: string;

  @trimmed()
  @IsString(unknown)
  body: string;

  @IsIn(['sr-Cyrl', 'en'], unknown)
  language: 'sr-Cyrl' | 'en';

  @IsIn(['save', 'remove'], unknown)
  do: 'save' | 'remove';
}
