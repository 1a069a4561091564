import { IsIn, IsOptional, IsString, IsUUID, Matches, ValidateIf } from 'class-validator';
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

  /** Slug of a release to cite. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{0,100}$/, unknown)
  release: string;

  @IsIn(['save', 'remove', 'insert'], unknown)
  do: 'save' | 'remove' | 'insert';
}
