import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { LIMITS } from '../../replies/reply.js';
import { ActionDto } from '../letter/action.dto.js';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };
const long = (limit: number) => ({ context: { code: 'tooLong', limit } });

/** The form of one reply to many letters: a Serbian text, and an English one for letters in English. */
export class ReplyOrderDto extends ActionDto {
  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.salutation, long(LIMITS.salutation))
  salutation: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.subject, long(LIMITS.subject))
  subject: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.body, long(LIMITS.body))
  body: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.salutation, long(LIMITS.salutation))
  salutationEn: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.subject, long(LIMITS.subject))
  subjectEn: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.body, long(LIMITS.body))
  bodyEn: string;

  /** Code of a category for letters that nobody has sorted; empty leaves them alone. */
  @IsString(unknown)
  @MaxLength(100, unknown)
  category: string;

  /** Reference of the letter that the preview shows. */
  @IsOptional()
  @IsString(unknown)
  @MaxLength(20, unknown)
  shown?: string;

  @IsIn(['preview', 'order'], unknown)
  press: 'preview' | 'order';
}
