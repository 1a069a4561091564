import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ReadingDto } from '../letter/reading.dto.js';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };

/** Longest annotation, in characters. */
export const LONGEST_ANNOTATION = 5_000;

/** The form of one letter of the list that is put together. */
export class ListedLetterDto extends ReadingDto {
  @IsString(unknown)
  @MaxLength(20, unknown)
  reference: string;

  @IsIn(['save', 'up', 'down', 'remove'], unknown)
  do: 'save' | 'up' | 'down' | 'remove';
}

/** What was written on a letter of a list that was handed over. */
export class AnnotationDto {
  @IsString(unknown)
  @MaxLength(20, unknown)
  reference: string;

  @trimmed()
  @IsString({ context: { code: 'annotation' } })
  @IsNotEmpty({ context: { code: 'annotation' } })
  @MaxLength(LONGEST_ANNOTATION, { context: { code: 'tooLong', limit: LONGEST_ANNOTATION } })
  annotation: string;

  @IsOptional()
  @IsIn(['work'], unknown)
  wish?: 'work';

  /** The scan that was filed before was of another paper. */
  @IsOptional()
  @IsIn(['drop'], unknown)
  scanBefore?: 'drop';
}
