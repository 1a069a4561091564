import { day } from '../../calendar/dates.js';
import { postalAddress } from '../../letters/emails/plain-text.js';
import type { LetterView } from '../../letters/letter.view.js';
import { markdownToHtml } from '../../releases/markdown.js';
import { recipientOf } from '../../replies/recipient.js';
import type { ReplyContent } from '../../replies/reply.js';
import { replyTexts } from '../../replies/reply.email.js';
import { textIn } from '../../script/texts.js';
import { toLatin } from '../../script/transliterate.js';
import { inScript } from '../../replies/line-fields.js';
import type { Ui } from '../ui.js';

/** The reply on paper, as it will leave; a field that nobody has filled stands out. */
export function Leaf({
  ui,
  letter,
  content,
  origin,
  addressee,
}: {
  ui: Ui;
  letter: LetterView;
  content: Omit<ReplyContent, 'recipient'>;
  /** The site's own origin. */
  origin: string;
  /** Lines of another recipient than the writer; such a paper does not show the writer's reference. */
  addressee?: readonly string[];
}) {
  const { profile } = ui;
  const { language } = content;
  const texts = replyTexts[language];
  const department = textIn(language, profile.department);
  const address = addressee ??
    recipientOf(letter, 'post')?.split('\n') ?? [`${letter.name} ${letter.surname}`];
  return (
    <div class="leaf" lang={language}>
      <p class="letterhead">
        {textIn(language, profile.name)}
        <small>
          {department} · {postalAddress(language, profile)}
        </small>
      </p>
      <p class="meta">
        <span>
          {texts.number}: {letter.registerNumber ?? '…'}
        </span>
        <span>
          {textIn(language, profile.address.city)}, {day(ui.now)}
        </span>
      </p>
      <p>
        {address.map((line, index) => (
          <>
            {index > 0 && <br />}
            {language === 'en' ? toLatin(line) : inScript(line, language)}
          </>
        ))}
      </p>
      {content.subject !== '' && (
        <p>
          <b>{content.subject}</b>
        </p>
      )}
      {content.salutation !== '' && <p>{content.salutation},</p>}
      <div class="leaf-text" dangerouslySetInnerHTML={{ __html: bodyHtml(content.body, origin) }} />
      <p>
        {texts.closing}
        <br />
        {department}
      </p>
      {content.attachments.length > 0 && (
        <p>
          {texts.attachments}: {content.attachments.map(({ name }) => name).join(', ')}
        </p>
      )}
      {addressee === undefined && (
        <>
          <hr />
          <p class="meta">
            <span>{origin.replace(/^https?:\/\//, '')}</span>
            <span>{letter.reference}</span>
          </p>
        </>
      )}
    </div>
  );
}

/** Markdown without raw HTML; questions in double braces are marked. */
const bodyHtml = (body: string, origin: string) =>
  markdownToHtml(body, { origin }).replace(
    /\{\{\??\s*([^{}]*?)\s*\}\}/g,
    (_, name: string) => `<mark class="fill todo">${name}</mark>`,
  );
