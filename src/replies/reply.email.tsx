import type { OfficeProfile } from '../config/office-profile.js';
import { letterEmail } from '../letters/emails/letter-email.js';
import { css } from '../letters/emails/letter-email.styles.js';
import { plainText } from '../letters/emails/plain-text.js';
import { markdownToHtml } from '../releases/markdown.js';
import { inLanguages, type Language, textIn } from '../script/texts.js';
import { withoutMarks } from './plain-words.js';
import type { Purpose, ReplyContent } from './reply.js';

export const replyTexts = inLanguages(
  {
    closing: 'С поштовањем,',
    number: 'Број',
    reference: 'Шифра писма',
    page: {
      answer: 'Ваше писмо и овај одговор стоје на Вашој страници:',
      notice: 'Ваше писмо и шта је са њим видите на својој страници:',
    },
    attachments: 'Прилози',
    sample: {
      salutation: 'Поштована госпођо Стојановић',
      subject: 'Ваше писмо о породичној пензији',
      body: 'председник је примио Ваше писмо. Захтев смо упутили надлежном фонду, који је дужан да Вам одговори.\n\nАко одговор не стигне за **петнаест дана**, јавите нам се.',
    },
  },
  {
    closing: 'Yours sincerely,',
    number: 'Number',
    reference: 'Reference of the letter',
    page: {
      answer: 'Your letter and this answer are on your page:',
      notice: 'Your letter and how it stands are on your page:',
    },
    attachments: 'Attachments',
    sample: {
      salutation: 'Dear Ms Stojanović',
      subject: 'Your letter about a family pension',
      body: 'the President has received your letter. We have passed the request on to the fund, which has to answer you.\n\nIf no answer arrives within **fifteen days**, please write to us again.',
    },
  },
);

export interface ReplyFacts {
  registerNumber: string | null;
  reference: string;
  /** The writer's private page. */
  url: string;
  /** An answer, or the notice that the letter was handed on. */
  purpose: Purpose;
}

/** A reply as an e-mail: the approved words under the office's name, with the letter's numbers and its page. */
export function replyEmail(
  profile: OfficeProfile,
  publicUrl: string,
  content: Omit<ReplyContent, 'recipient' | 'route'>,
  facts: ReplyFacts,
) {
  const { language, salutation, subject, body } = content;
  const texts = replyTexts[language];
  const department = textIn(language, profile.department);
  const isNotice = facts.purpose === 'notice';
  const page = texts.page[isNotice ? 'notice' : 'answer'];
  const numbers = [
    ...(facts.registerNumber === null ? [] : [`${texts.number}: ${facts.registerNumber}`]),
    `${texts.reference}: ${facts.reference}`,
  ];
  const html = letterEmail({
    ...{ language, profile, subject, preview: subject },
    note: numbers.join(' · '),
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
        <p class="soft" style={css.copy}>
          {page}
          <br />
          <a class="blue" href={facts.url} style={css.link}>
            {facts.url}
          </a>
        </p>
      </>
    ),
  });
  const text = plainText(profile, language, [
    `${salutation},`,
    isNotice ? withoutMarks(body) : body,
    `${texts.closing}\n${department}`,
    numbers.join('\n'),
    `${page}\n${facts.url}`,
  ]);
  return { subject, html, text };
}

/** An invented reply for the page on which officers look at e-mails. */
export const sampleReply = (language: Language) => ({
  language,
  ...replyTexts[language].sample,
  attachments: [],
});
