import type { OfficeProfile } from '../../config/office-profile.js';
import { letterEmail } from '../../letters/emails/letter-email.js';
import { css } from '../../letters/emails/letter-email.styles.js';
import { plainText } from '../../letters/emails/plain-text.js';
import { fill } from '../../script/texts.js';
import { VERSION_NAMES } from '../../web/public-page.texts.js';
import { followEmailTexts } from './follow-email.texts.js';
import { followTexts } from './follow.texts.js';
import { type Choice, CONFIRM_DAYS } from './subscription.js';

/** "Confirm that you follow", or "you follow already": what was chosen, and the link. */
export function followLinkEmail(
  profile: OfficeProfile,
  what: 'confirm' | 'manage',
  { language, rhythm }: Choice,
  url: string,
) {
  const texts = followEmailTexts[language];
  const own = texts[what];
  const chosen = `${followTexts[language].rhythms[rhythm].title} · ${VERSION_NAMES[language]}`;
  const until = what === 'confirm' ? fill(texts.until, { days: CONFIRM_DAYS }) : undefined;
  const html = letterEmail({
    ...{ language, profile, subject: own.subject, heading: own.heading, note: own.note },
    preview: own.preview,
    children: (
      <>
        <p style={css.p}>{own.intro}</p>
        <p style={css.lastP}>
          {texts.chosen}: <strong>{chosen}</strong>
        </p>
        <p style={css.p}>
          <a class="button" href={url} style={css.button}>
            {own.button}
          </a>
        </p>
        <p class="soft" style={css.copy}>
          {texts.copy}
          <br />
          <a class="blue" href={url} style={css.link}>
            {url}
          </a>
        </p>
        {until !== undefined && (
          <p style={css.warning} class="hair">
            {until}
          </p>
        )}
      </>
    ),
  });
  const text = plainText(profile, language, [
    own.heading,
    own.intro,
    `${texts.chosen}: ${chosen}`,
    `${own.button}:\n${url}`,
    ...(until === undefined ? [] : [until]),
    own.note,
  ]);
  return { subject: own.subject, html, text };
}
