import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { trimmed } from '../../web/trimmed.js';
import { LIMITS } from './content.dto.js';

const unknown = { context: { code: 'unknownField' } };
const tooLong = { context: { code: 'tooLong', limit: LIMITS.note } };

export const STEPS = [
  'takeBack',
  'sendBack',
  'publish',
  'schedule',
  'emergency',
  'correct',
  'dropCorrection',
  'withdraw',
  'discard',
  'restore',
] as const;
export type Step = (typeof STEPS)[number];

/** A step other than writing: what it needs of these depends on the step. */
export class StepDto {
  @IsIn(STEPS, unknown)
  do: Step;

  /** What stood before the officer's eyes. */
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/, unknown)
  fingerprint?: string;

  @IsOptional()
  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.note, tooLong)
  reason?: string;

  @IsOptional()
  @trimmed()
  @IsString(unknown)
  @MaxLength(LIMITS.note, tooLong)
  noteEn?: string;
}

/** A private link for somebody, until a time. */
export class LinkDto {
  @trimmed()
  @IsString(unknown)
  @MaxLength(200, { context: { code: 'tooLong', limit: 200 } })
  recipient: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(50, { context: { code: 'tooLong', limit: 50 } })
  until: string;
}

export class LinkRevocationDto {
  @Matches(/^[0-9a-f-]{36}$/, unknown)
  link: string;
}
