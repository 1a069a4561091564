import type { OfficeProfile } from '../../config/office-profile.js';
import { type Language, textIn } from '../../script/texts.js';
import { classNames } from './attributes.js';

export interface PostalAddressProps {
  language: Language;
  profile: OfficeProfile;
  classes?: string;
}

/** The office's address as it is written on an envelope: name, street, postal code and city, each on its line. */
export const PostalAddress = ({ language, profile, classes }: PostalAddressProps) => (
  <address class={classNames('address', classes)}>
    {textIn(language, profile.name)}
    <br />
    {textIn(language, profile.address.street)}
    <br />
    {`${profile.address.postalCode} ${textIn(language, profile.address.city)}`}
  </address>
);
