import MailComposer from 'nodemailer/lib/mail-composer';
import type { EmailKind, RenderedEmail } from './email-kinds.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';
import type { Sender } from './sender.js';

/** A machine sent it and wants no machine's answer (RFC 3834). */
const machineHeaders = (isAnswer: boolean) => ({
  'Auto-Submitted': isAnswer ? 'auto-replied' : 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
});

/** The mail program itself may end what the recipient follows, by one POST to the address (RFC 8058). */
const listHeaders = ({ id, unsubscribeUrl }: NonNullable<RenderedEmail['list']>) => ({
  'List-Id': { prepared: true, value: `<${id}>` },
  'List-Unsubscribe': { prepared: true, value: `<${unsubscribeUrl}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

/**
 * The bytes of an e-mail: an automated one says so, a letter that a person wrote (`byHand`) does not. Nothing of a stranger's stands in a header but the one strict recipient.
 */
export function compose(
  email: Pick<OutgoingEmail, 'recipient' | 'message_id' | 'bounce_token' | 'language' | 'answers'>,
  rendered: RenderedEmail,
  sender: Sender,
  { byHand, correspondence }: Pick<EmailKind, 'byHand' | 'correspondence'> = {},
): Promise<Buffer> {
  const inReplyTo = rendered.inReplyTo ?? (email.answers || undefined);
  const name = sender.name(email.language);
  return new MailComposer({
    from: { name, address: sender.address },
    // Many programs drop the thread, few the address.
    ...(correspondence && { replyTo: { name, address: sender.replyAddress(email.bounce_token) } }),
    to: { name: '', address: email.recipient },
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    messageId: email.message_id,
    date: new Date(),
    inReplyTo,
    references: rendered.references ?? inReplyTo,
    attachments: rendered.attachments?.map(({ name, mediaType, open }) => ({
      filename: name,
      contentType: mediaType,
      content: open(),
    })),
    headers: {
      ...(byHand ? {} : machineHeaders(email.answers !== null)),
      ...(rendered.list && listHeaders(rendered.list)),
      'Content-Language': email.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
