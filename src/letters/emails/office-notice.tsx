import type { OfficeProfile } from '../../config/office-profile.js';
import { inLanguages, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { css } from './letter-email.styles.js';
import { letterEmail } from './letter-email.js';
import { plainText } from './plain-text.js';

const numberTexts = inLanguages(
  { reference: 'Ознака', register: 'Број у уписнику' },
  { reference: 'Reference', register: 'Number in the register' },
);

/** What an officer is told about one letter by e-mail. */
export interface OfficeNotice {
  subject: string;
  heading: string;
  intro: string;
  /** Stands before the letter's address. */
  open: string;
  note: string;
}

/** An e-mail to an officer: which letter, and where it is. Nothing of the letter itself. */
export function officeNotice(
  profile: OfficeProfile,
  publicUrl: string,
  language: Language,
  { subject, heading, intro, open, note }: OfficeNotice,
  { reference, registerNumber }: { reference: string; registerNumber: string | null },
) {
  const texts = numberTexts[language];
  const url = publicUrl + paths.inboxLetter(reference);
  const numbers = [
    `${texts.reference}: ${reference}`,
    ...(registerNumber === null ? [] : [`${texts.register}: ${registerNumber}`]),
  ];
  const html = letterEmail({
    ...{ language, profile, subject, heading, note, preview: subject },
    children: (
      <>
        <p style={css.p}>{intro}</p>
        {numbers.map((line) => (
          <p style={css.p}>{line}</p>
        ))}
        <p style={css.p}>{open}</p>
        <p style={css.lastP}>
          <a class="blue" href={url} style={css.link}>
            {url}
          </a>
        </p>
      </>
    ),
  });
  const text = plainText(profile, language, [heading, intro, numbers.join('\n'), `${open}\n${url}`, note]);
  return { subject, html, text };
}
