import type { OfficeProfile } from '../../config/office-profile.js';
import { letterEmail } from '../../letters/emails/letter-email.js';
import { css } from '../../letters/emails/letter-email.styles.js';
import { plainText } from '../../letters/emails/plain-text.js';
import { markdownToHtml } from '../../releases/markdown.js';
import { textIn } from '../../script/texts.js';
import { withoutMarks } from '../plain-words.js';
import { replyTexts } from '../reply.email.js';
import type { ReplyContent } from '../reply.js';

/**
 * A covering letter as an e-mail to another body. It names the register number alone: the reference belongs to the
 * writer, whose status it opens.
 */
export function officialEmail(
  profile: OfficeProfile,
  publicUrl: string,
  { language, salutation, subject, body }: ReplyContent,
  registerNumber: string,
) {
  const texts = replyTexts[language];
  const department = textIn(language, profile.department);
  const number = `${texts.number}: ${registerNumber}`;
  const html = letterEmail({
    ...{ language, profile, subject, preview: subject, note: number },
    children: (
      <>
        <p style={css.p}>{salutation},</p>
        <div
          dangerouslySetInnerHTML={{
            __html: markdownToHtml(body, { origin: new URL(publicUrl).origin, absolute: true }),
          }}
        />
        <p style={css.lastP}>
          {texts.closing}
          <br />
          {department}
        </p>
      </>
    ),
  });
  const text = plainText(profile, language, [
    `${salutation},`,
    withoutMarks(body),
    `${texts.closing}\n${department}`,
    number,
  ]);
  return { subject, html, text };
}
