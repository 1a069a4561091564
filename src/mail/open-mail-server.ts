import type { Environment } from '../config/environment.js';
import { MailServer } from './mail-server.js';
import type { Sender } from './sender.js';

/**
 * The mail server of `SMTP_URL`, else the development mailbox, which only a process that sends mail opens.
 * The mailbox's packages are for development: they are loaded here and nowhere else.
 */
export async function openMailServer(environment: Environment, sender: Sender): Promise<MailServer> {
  if (environment.smtpUrl !== undefined) return new MailServer(environment.smtpUrl);
  if (environment.role === 'web') return new MailServer('smtp://127.0.0.1:9');
  const { startMailbox } = await import('./mailbox/mailbox.js');
  const mailbox = await startMailbox(environment, sender.own);
  return new MailServer(mailbox.smtpUrl, mailbox.webUrl, mailbox.stop);
}
