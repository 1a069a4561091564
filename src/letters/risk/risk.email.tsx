import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { css } from '../emails/letter-email.styles.js';
import { letterEmail } from '../emails/letter-email.js';
import { plainText } from '../emails/plain-text.js';
import type { Risk } from '../letter.entity.js';
import { riskTexts } from './risk.texts.js';

/** To those on duty: what kind of danger, which letter, and where it is. Nothing of the letter itself. */
export function riskEmail(
  profile: OfficeProfile,
  publicUrl: string,
  language: Language,
  { reference, registerNumber, risk }: { reference: string; registerNumber: string | null; risk: Risk },
) {
  const texts = riskTexts[language];
  const url = publicUrl + paths.inboxLetter(reference);
  const subject = fill(texts.subject, { kind: texts.kinds[risk], number: registerNumber ?? reference });
  const numbers = [
    `${texts.reference}: ${reference}`,
    ...(registerNumber === null ? [] : [`${texts.register}: ${registerNumber}`]),
  ];
  const html = letterEmail({
    ...{ language, profile, subject, heading: texts.kinds[risk], note: texts.note, preview: subject },
    children: (
      <>
        <p style={css.p}>{texts.intro}</p>
        {numbers.map((line) => (
          <p style={css.p}>{line}</p>
        ))}
        <p style={css.p}>{texts.open}</p>
        <p style={css.lastP}>
          <a class="blue" href={url} style={css.link}>
            {url}
          </a>
        </p>
      </>
    ),
  });
  const text = plainText(profile, language, [
    texts.kinds[risk],
    texts.intro,
    numbers.join('\n'),
    `${texts.open}\n${url}`,
    texts.note,
  ]);
  return { subject, html, text };
}
