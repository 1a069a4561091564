import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill } from '../../script/texts.js';
import type { EmailFacts } from './email-facts.js';
import { css } from './letter-email.styles.js';
import { letterEmailTexts } from './letter-email.texts.js';
import { letterEmail, PrivateLink } from './letter-email.js';
import { plainText } from './plain-text.js';

/** The private link with the letter's reference: sent again on request, or to ask for missing details, once and once more. */
export function pageLinkEmail(
  kind: 'link' | 'details' | 'reminder',
  profile: OfficeProfile,
  { language, reference, url, closesOn }: EmailFacts,
) {
  const texts = letterEmailTexts[language];
  const own = texts[kind];
  const subject = fill(own.subject, { reference });
  const intro = fill(own.intro, { day: closesOn ? day(closesOn, profile.timeZone) : '' });
  const html = letterEmail({
    ...{ language, profile, subject, heading: own.heading, note: own.note },
    preview: fill(own.preview, { reference }),
    children: (
      <>
        <p style={css.lastP}>{intro}</p>
        <div class="line blue" style={css.stamp}>
          <div style={css.stampOnly}>
            <span style={css.label}>{texts.reference}</span>
            <span style={css.reference}>{reference}</span>
          </div>
        </div>
        <p style={css.lastP}>{own.page}</p>
        <PrivateLink language={language} url={url} />
      </>
    ),
  });
  const text = plainText(profile, language, [
    own.heading,
    texts.greeting,
    intro,
    `${texts.reference}: ${reference}`,
    `${own.page}\n${url}`,
    texts.keepPrivate,
    own.note,
  ]);
  return { subject, html, text };
}
