import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { ActionDto } from './action.dto.js';
import { trimmed } from '../../web/trimmed.js';

/** Longest introduction of a letter on the reading list, in characters: one line, two at most on paper. */
export const LONGEST_INTRODUCTION = 300;

/** The form that puts a letter on the reading list. */
export class ReadingDto extends ActionDto {
  @trimmed()
  @IsString({ context: { code: 'introduction' } })
  @IsNotEmpty({ context: { code: 'introduction' } })
  @MaxLength(LONGEST_INTRODUCTION, { context: { code: 'tooLong', limit: LONGEST_INTRODUCTION } })
  introduction: string;
}
