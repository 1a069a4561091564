import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import {
  BODY_LIMITS,
  BODY_OUTCOMES,
  BODY_ROUTES,
  type BodyOutcome,
  type BodyRoute,
  type ForwardingChoice,
} from '../../replies/forwarding/forwarding.js';
import { ReasonDto } from '../letter/reason.dto.js';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };
const atMost = (limit: number) => ({ context: { code: 'tooLong', limit } });

/** Value of the body that is written by hand. */
export const OTHER = 'other';

/** What the form of a forwarding chooses; what is missing is told by the letters that it would make. */
export class ForwardDto {
  static readonly lists = ['attachment'];

  /** Code of a body, {@link OTHER}, or nothing yet. */
  @Matches(/^[a-z0-9-]{0,60}$/, unknown)
  body: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(BODY_LIMITS.name, atMost(BODY_LIMITS.name))
  name: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(BODY_LIMITS.email, atMost(BODY_LIMITS.email))
  email: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(BODY_LIMITS.address, atMost(BODY_LIMITS.address))
  address: string;

  @IsIn(BODY_ROUTES, unknown)
  route: BodyRoute;

  /** `body`, the place of a reason of the profile, or `own`. */
  @Matches(/^(body|own|\d{1,3})$/, unknown)
  why: string;

  @trimmed()
  @IsString(unknown)
  @MaxLength(BODY_LIMITS.why, atMost(BODY_LIMITS.why))
  own: string;

  @IsOptional()
  @trimmed()
  @IsString(unknown)
  @MaxLength(BODY_LIMITS.why, atMost(BODY_LIMITS.why))
  ownEnglish?: string;

  /** Places of the attachments that go along. */
  @Matches(/^\d{1,4}$/, { each: true, ...unknown })
  attachment: string[];

  /** Of the papers that were before the eyes; without one they are only shown. */
  @IsOptional()
  @Matches(/^([0-9a-f]{64})?$/, unknown)
  fingerprint?: string;

  @IsOptional()
  @IsIn(['preview', 'forward'], unknown)
  do?: 'preview' | 'forward';
}

export const choiceOf = (form: ForwardDto): ForwardingChoice => ({
  body: form.body === OTHER ? null : form.body,
  typed: { name: form.name, email: form.email, address: form.address },
  route: form.route,
  why: form.why === 'body' || form.why === 'own' ? form.why : Number(form.why),
  own: { sr: form.own, en: form.ownEnglish ?? '' },
  attachments: form.attachment.map(Number),
});

/** What the body did with the letter. */
export class OutcomeDto extends ReasonDto {
  @IsIn(BODY_OUTCOMES, unknown)
  outcome: BodyOutcome;
}
