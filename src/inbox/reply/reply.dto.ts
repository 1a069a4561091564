import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { CALL_OUTCOMES, type CallOutcome } from '../../replies/dispatch.service.js';
import { LIMITS, type Route, ROUTES } from '../../replies/reply.js';
import { type Language, LANGUAGES } from '../../script/texts.js';
import { ReasonDto } from '../letter/reason.dto.js';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };

/** The editor's form. Emptiness is no error while it is a draft; what is too long is. */
export class ReplyDto {
  /** Version that the writer had before the eyes; 0 without a draft. */
  @Matches(/^\d{1,9}$/, unknown)
  version: string;

  @IsIn(ROUTES, unknown)
  route: Route;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.salutation, { context: { code: 'tooLong', limit: LIMITS.salutation } })
  salutation: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.subject, { context: { code: 'tooLong', limit: LIMITS.subject } })
  subject: string;

  @IsString(unknown)
  @MaxLength(LIMITS.body, { context: { code: 'tooLong', limit: LIMITS.body } })
  body: string;

  @IsIn(LANGUAGES, unknown)
  language: Language;

  /** What the pressed button asks for beside saving. */
  @IsOptional()
  @IsIn(['save', 'submit', 'convert', 'insert', 'discard'], unknown)
  do?: 'save' | 'submit' | 'convert' | 'insert' | 'discard';

  /** Place, in the offered list, of the standard line or release to insert. */
  @IsOptional()
  @Matches(/^(line|release):\d{1,4}$|^$/, unknown)
  insert?: string;
}

/** The fingerprint that was before the eyes. */
export class FingerprintDto {
  @Matches(/^[0-9a-f]{64}$/, unknown)
  fingerprint: string;
}

/** A recorded call: how it ended, what was said. */
export class CallDto extends ReasonDto {
  @IsIn(CALL_OUTCOMES, unknown)
  outcome: CallOutcome;
}

/** An attachment to remove. */
export class DetachDto {
  @Matches(/^\d{1,9}$/, unknown)
  version: string;

  @Matches(/^[0-9a-f]{64}$/, unknown)
  sha256: string;
}

/** A reply whose citations were looked at, and the page on which that was said. */
export class CitationsDto {
  @IsUUID(undefined, unknown)
  reply: string;

  @IsIn(['letter', 'reply'], unknown)
  from: 'letter' | 'reply';
}
