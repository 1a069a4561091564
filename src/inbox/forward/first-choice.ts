import type { OfficeProfile } from '../../config/office-profile.js';
import type { Attachment, LetterView } from '../../letters/letter.view.js';
import { OTHER } from './forward.dto.js';

/** The form's entries, as they travel in its fields; attachments are joined by spaces. */
export type Entries = Record<
  'body' | 'name' | 'email' | 'address' | 'route' | 'why' | 'own' | 'ownEnglish' | 'attachment',
  string
>;

/** Bodies that usually decide on letters of this category, the most fitting first. */
export function bodiesFor(profile: OfficeProfile, category: string | null): string[] {
  const path = profile.categoryPath(category).map(({ code }) => code);
  return path
    .toReversed()
    .flatMap((code) => profile.forwarding.bodies.filter(({ categories = [] }) => categories.includes(code)))
    .map(({ code }) => code);
}

/** What an untouched form holds: the category's own body, its own reason, everything that came with the letter. */
export function firstChoice(
  profile: OfficeProfile,
  { category }: Pick<LetterView, 'category'>,
  attachments: readonly Attachment[],
): Entries {
  const [code = ''] = bodiesFor(profile, category);
  const { bodies } = profile.forwarding;
  const isByPost = bodies.find((body) => body.code === code)?.email === undefined && code !== '';
  return {
    ...{ body: bodies.length === 0 ? OTHER : code, route: isByPost ? 'post' : 'email' },
    ...{ name: '', email: '', address: '', own: '', ownEnglish: '' },
    why: bodies.length === 0 ? 'own' : 'body',
    attachment: attachments.map(({ position }) => String(position)).join(' '),
  };
}
