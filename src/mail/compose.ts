import MailComposer from 'nodemailer/lib/mail-composer';
import type { RenderedEmail } from './email-kinds.js';
import type { OutgoingEmail } from './outgoing-email.entity.js';
import type { Sender } from './sender.js';

/**
 * The bytes of an automated e-mail. It says that a machine sent it and wants no machine's answer (RFC 3834);
 * nothing of a stranger's stands in a header but the one strict recipient.
 */
export function compose(
  email: Pick<OutgoingEmail, 'recipient' | 'message_id' | 'language'>,
  rendered: RenderedEmail,
  sender: Sender,
): Promise<Buffer> {
  return new MailComposer({
    from: { name: sender.name(email.language), address: sender.address },
    to: { name: '', address: email.recipient },
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    messageId: email.message_id,
    date: new Date(),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': email.language,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();
}
