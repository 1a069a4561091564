import { day } from '../../calendar/dates.js';
import type { OfficeProfile } from '../../config/office-profile.js';
import { fill, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { css } from '../emails/letter-email.styles.js';
import { letterEmail } from '../emails/letter-email.js';
import { plainText } from '../emails/plain-text.js';
import { dueTexts } from './due.texts.js';

export interface DueFacts {
  /** The first ones by due date. */
  letters: { reference: string; registerNumber: string | null; dueOn: Date }[];
  count: number;
}

/** An officer's letters that are late or due soon, by their numbers only. */
export function dueEmail(
  profile: OfficeProfile,
  publicUrl: string,
  language: Language,
  { late, soon }: { late: DueFacts; soon: DueFacts },
) {
  const texts = dueTexts[language];
  const subject = fill(texts.subject, { late: late.count, soon: soon.count });
  const parts = [
    { heading: texts.late, facts: late, link: `${paths.inbox}?due=overdue` },
    { heading: texts.soon, facts: soon, link: `${paths.inbox}?sort=due` },
  ].filter(({ facts }) => facts.count > 0);
  const lineOf = ({ reference, registerNumber, dueOn }: DueFacts['letters'][number]) => ({
    number: registerNumber ?? reference,
    url: publicUrl + paths.inboxLetter(reference),
    due: fill(texts.dueOn, { day: day(dueOn, profile.timeZone) }),
  });
  const html = letterEmail({
    ...{ language, profile, subject, heading: texts.heading, note: texts.note },
    preview: subject,
    children: parts.map(({ heading, facts, link }) => (
      <>
        <h2 class="ink" style={css.h2}>
          {fill(heading, { count: facts.count })}
        </h2>
        {facts.letters.map(lineOf).map(({ number, url, due }) => (
          <p style={css.p}>
            <a class="blue" href={url} style={css.link}>
              {number}
            </a>
            , {due}
          </p>
        ))}
        <p style={css.lastP}>
          <a class="blue" href={publicUrl + link} style={css.link}>
            {texts.all}
          </a>
        </p>
      </>
    )),
  });
  const text = plainText(profile, language, [
    texts.heading,
    ...parts.map(({ heading, facts, link }) =>
      [
        fill(heading, { count: facts.count }),
        ...facts.letters.map(lineOf).map(({ number, url, due }) => `${number}, ${due}\n${url}`),
        `${texts.all}: ${publicUrl}${link}`,
      ].join('\n'),
    ),
    texts.note,
  ]);
  return { subject, html, text };
}

/** Invented letters for the page on which officers look at templates. */
export const sampleDueFacts = (): { late: DueFacts; soon: DueFacts } => ({
  late: {
    letters: [
      { reference: '7K3M-Q9TX', registerNumber: '2026-004817', dueOn: new Date('2026-11-20T22:59:59Z') },
    ],
    count: 1,
  },
  soon: {
    letters: [
      { reference: 'W3ZE-81NH', registerNumber: '2026-005120', dueOn: new Date('2026-11-25T22:59:59Z') },
      { reference: '4TX8-B2RW', registerNumber: '2026-005204', dueOn: new Date('2026-11-26T22:59:59Z') },
    ],
    count: 2,
  },
});
