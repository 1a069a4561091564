import { dateline } from '../../calendar/dates.js';
import type { NotOffered } from '../../letters/inbound/inbound-facts.js';
import type { LetterMail } from '../../letters/inbound/letter-mail.queries.js';
import type { WhyUnanswered } from '../../letters/inbound/never-answer.js';
import { fill } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { sizeInWords } from '../letter/attachment-list.js';
import type { Ui } from '../ui.js';
import { mailTexts } from './mail.texts.js';

/** Below a letter that came by e-mail: the mail itself, and what of it the letter does not show. */
export function LetterMailPart({
  ui,
  mail,
  reference,
}: {
  ui: Ui;
  mail: LetterMail | undefined;
  reference: string;
}) {
  if (mail === undefined) return null;
  const texts = mailTexts[ui.language];
  const { facts, unanswered } = mail;
  const remarks = [
    ...(facts.sameMessageId ? [texts.same] : []),
    ...(facts.isCut ? [texts.cut] : []),
    ...(facts.seal ? [texts.seals[facts.seal]] : []),
    ...(unanswered === null
      ? []
      : [fill(texts.unanswered, { why: texts.silent[unanswered as WhyUnanswered] ?? unanswered })]),
  ];
  return (
    <section class="mailings" aria-labelledby="mail-heading">
      <h2 id="mail-heading">{texts.heading}</h2>
      <p>
        {fill(texts.arrived, {
          when: dateline(mail.receivedAt),
          size: sizeInWords(ui.language, mail.size),
          sender: mail.envelopeSender || texts.noSender,
        })}
      </p>
      {remarks.map((remark) => (
        <p>{remark}</p>
      ))}
      <NotOfferedList ui={ui} notOffered={facts.notOffered} />
      <p class="acts">
        <a class="btn" href={paths.inboxMail(reference, 'raw')} download data-turbo="false">
          {texts.raw}
        </a>
        {facts.hasHtml && (
          <a class="btn" href={paths.inboxMail(reference)} data-turbo-frame="_top">
            {texts.look}
          </a>
        )}
      </p>
    </section>
  );
}

/** Files that stay in the mail, each with why. */
export function NotOfferedList({ ui, notOffered }: { ui: Ui; notOffered: readonly NotOffered[] }) {
  if (notOffered.length === 0) return null;
  const texts = mailTexts[ui.language];
  return (
    <>
      <p>{texts.notOffered}</p>
      <ul>
        {notOffered.map(({ name, size, why }) => (
          <li class="one">
            {name} ({sizeInWords(ui.language, size)}, {texts.why[why]})
          </li>
        ))}
      </ul>
    </>
  );
}
