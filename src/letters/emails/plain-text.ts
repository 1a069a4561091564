import type { OfficeProfile } from '../../config/office-profile.js';
import { textIn, type Language } from '../../script/texts.js';

/** An e-mail's plain text: the office's name, the paragraphs, the office's address. Lines are not wrapped. */
export function plainText(profile: OfficeProfile, language: Language, paragraphs: string[]): string {
  const office = `${textIn(language, profile.name)}\n${textIn(language, profile.department)}`;
  return `${[office, ...paragraphs, `-- \n${office}\n${postalAddress(language, profile)}`].join('\n\n')}\n`;
}

/** "Андрићев венац 1, 11000 Београд" */
export const postalAddress = (language: Language, { address }: OfficeProfile) =>
  `${textIn(language, address.street)}, ${address.postalCode} ${textIn(language, address.city)}`;
