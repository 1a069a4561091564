import { Transform } from 'class-transformer';
import { IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import { CHANNELS, type Channel } from '../../letters/new-letter.js';
import { RULE_MODES, type RuleContent, type RuleMode } from '../../letters/rules/rule.js';
import { type Language, LANGUAGES } from '../../script/texts.js';
import { trimmed } from '../../web/trimmed.js';

const unknown = { context: { code: 'unknownField' } };

/** A choice that says nothing when it is left at its first entry. */
const orNone = () => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));

/** A rule's form. What the office asks of its words and codes, `RulesService` says. */
export class RuleDto {
  @trimmed()
  @IsString(unknown)
  name: string;

  @trimmed()
  @IsString(unknown)
  words: string;

  @trimmed()
  @IsString(unknown)
  place: string;

  /** The last part of a release's address, or the whole of it. */
  @trimmed()
  @IsString(unknown)
  @MaxLength(500, { context: { code: 'release' } })
  release: string;

  @orNone()
  @IsOptional()
  @IsIn(CHANNELS, unknown)
  channel?: Channel;

  @orNone()
  @IsOptional()
  @IsIn(LANGUAGES, unknown)
  language?: Language;

  @IsString(unknown)
  category: string;

  @IsString(unknown)
  unit: string;

  @orNone()
  @IsOptional()
  @IsIn(['normal', 'urgent'], unknown)
  urgency?: 'normal' | 'urgent';

  @IsIn(RULE_MODES, unknown)
  mode: RuleMode;

  /** When the rule had last changed as this form was shown; absent for a new one. */
  @IsOptional()
  @IsISO8601({ strict: true }, unknown)
  seen?: string;
}

export const contentOf = (form: RuleDto): RuleContent => ({
  name: form.name,
  words: form.words || null,
  place: form.place || null,
  releaseSlug: form.release.replace(/^.*\/(?=[^/]+\/*$)|\/+$/g, '') || null,
  channel: form.channel ?? null,
  language: form.language ?? null,
  category: form.category,
  unit: form.unit || null,
  urgency: form.urgency ?? null,
  mode: form.mode,
});
