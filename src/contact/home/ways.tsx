import type { OfficeProfile } from '../../config/office-profile.js';
import type { Language } from '../../script/texts.js';
import { PostalAddress } from '../../web/components/postal-address.js';
import { waysTexts } from './ways.texts.js';

interface WaysProps {
  language: Language;
  profile: OfficeProfile;
  /** Where the form is, and what its link says. */
  form: { href: string; text: string };
}

/** The three ways to write, side by side on a wide screen. */
export function Ways({ language, profile, form }: WaysProps) {
  const texts = waysTexts[language];
  return (
    <ul class="ways">
      <li>
        <h3>{texts.form}</h3>
        <p>{texts.formText}</p>
        <p class="ways__where">
          <a href={form.href}>{form.text}</a>
        </p>
      </li>
      <li>
        <h3>{texts.email}</h3>
        <p>{texts.emailText}</p>
        <p class="ways__where">
          <a href={`mailto:${profile.email}`}>{profile.email}</a>
        </p>
      </li>
      <li>
        <h3>{texts.post}</h3>
        <p>{texts.postText}</p>
        <PostalAddress language={language} profile={profile} classes="ways__where" />
      </li>
    </ul>
  );
}
