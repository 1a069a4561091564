import { isStrictAddress } from '../../mail/email-address.js';
import { type Language, LANGUAGES } from '../../script/texts.js';
import { readFields } from '../../staff/fields.js';
import { type Choice, isRhythm } from './subscription.js';

export type FollowField = 'email' | 'rhythm' | 'language';

/** A form of following as it comes back. */
export interface FollowForm {
  values: Partial<Record<FollowField, string>>;
  errors: FollowField[];
  notice?: 'stale' | 'busy';
  minutes?: number;
}

/** Which version and rhythm are chosen before anybody chooses. */
export const emptyForm = (language: Language): FollowForm => ({
  values: { rhythm: 'immediate', language },
  errors: [],
});

/** What was sent: the choice and the address, and what is wrong with them. */
export function readFollowForm(body: unknown) {
  const { email, rhythm, language, formToken, website } = readFields(body, [
    'email',
    'rhythm',
    'language',
    'formToken',
    'website',
  ]);
  const choice = readChoice({ rhythm, language });
  // A blank at either end is a slip of the hand; a line end is not something that the field lets anybody type.
  const address = email.replace(/^ +| +$/g, '');
  const errors: FollowField[] = isStrictAddress(address) ? choice.errors : ['email', ...choice.errors];
  const form: FollowForm = { values: { email, rhythm, language }, errors };
  return { form, address, choice: choice.choice, formToken, isTrapped: website.trim() !== '' };
}

/** The same on the follower's own page, where the address is known. */
export function readChangeForm(body: unknown) {
  const { rhythm, language, formToken } = readFields(body, ['rhythm', 'language', 'formToken']);
  const { choice, errors } = readChoice({ rhythm, language });
  const form: FollowForm = { values: { rhythm, language }, errors };
  return { form, choice, formToken };
}

function readChoice(given: { rhythm: string; language: string }): {
  choice: Choice | undefined;
  errors: FollowField[];
} {
  const { rhythm } = given;
  const language = LANGUAGES.find((version) => version === given.language);
  if (isRhythm(rhythm) && language !== undefined) return { choice: { rhythm, language }, errors: [] };
  return {
    choice: undefined,
    errors: [
      ...(isRhythm(rhythm) ? [] : ['rhythm' as const]),
      ...(language === undefined ? ['language' as const] : []),
    ],
  };
}
