import { day } from '../../calendar/dates.js';
import type { LaterMail } from '../../letters/inbound/letter-mail.queries.js';
import type { Attachment, LetterView, Supplement } from '../../letters/letter.view.js';
import { fill } from '../../script/texts.js';
import { Icon } from '../../web/components/icon.js';
import { LaterMailParts } from '../mail/later-mail.js';
import { mailTexts } from '../mail/mail.texts.js';
import type { Ui } from '../ui.js';
import { writingOf } from '../writing.js';
import { AttachmentList } from './attachment-list.js';
import { letterTexts } from './letter.texts.js';
import { Paragraphs, Quoted } from './letter-words.js';
import { partQuoted } from './quoted-history.js';

interface SupplementProps {
  ui: Ui;
  letter: LetterView;
  supplements: Supplement[];
  attachments: Attachment[];
  /** The e-mails that some of them are. */
  mails: readonly LaterMail[];
  /** Words that the search found. */
  found: ReadonlySet<string> | undefined;
}

/** What was added later, on the private page or by e-mail, each with its own attachments. */
export function Supplements(props: SupplementProps) {
  if (props.supplements.length === 0) return null;
  return (
    <section class="supplements" aria-label={letterTexts[props.ui.language].supplements}>
      {props.supplements.map((supplement, index) => (
        <OneSupplement {...props} supplement={supplement} id={`supplement-${index}`} />
      ))}
    </section>
  );
}

function OneSupplement({
  ui,
  letter,
  supplement,
  attachments,
  mails,
  found,
  id,
}: SupplementProps & { supplement: Supplement; id: string }) {
  const texts = letterTexts[ui.language];
  const { sender, subject, message, isVerified } = supplement;
  const words = { day: day(supplement.receivedAt), sender: sender || texts.noSender };
  const { own, quoted } = sender === null ? { own: message, quoted: '' } : partQuoted(message);
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{fill(sender === null ? texts.supplementOf : texts.answerOf, words)}</h2>
      {!isVerified && (
        <div class="note">
          <Icon name="alert" />
          <p>{mailTexts[ui.language].unverified}</p>
        </div>
      )}
      <div class="words" lang={writingOf(message, letter.language)}>
        {subject !== null && (
          <p>
            <b>{subject}</b>
          </p>
        )}
        <Paragraphs text={own} found={found} />
        <Quoted {...{ ui, quoted, found }} />
      </div>
      <AttachmentList
        ui={ui}
        reference={letter.reference}
        attachments={attachments.filter(({ supplementId }) => supplementId === supplement.id)}
        headingId={`${id}-attachments`}
      />
      <LaterMailParts
        {...{ ui, reference: letter.reference }}
        mail={mails.find(({ supplementId }) => supplementId === supplement.id)}
      />
    </section>
  );
}
