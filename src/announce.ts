import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Environment } from './config/environment.js';
import type { OpenDatabase } from './database/open-database.js';
import { Sender } from './mail/sender.js';
import { MailServer } from './mail/mail-server.js';
import { QueueService } from './queue/queue.service.js';
import { StaffService } from './staff/staff.service.js';
import { paths } from './web/paths.js';

/** The last lines of the start: where everything is, for a person, beside the structured log. */
export async function announce(
  app: NestFastifyApplication,
  environment: Environment,
  database: OpenDatabase,
) {
  const { publicUrl, role } = environment;
  const mailboxUrl = app.get(MailServer, { strict: false }).mailboxUrl;
  const lines = [
    '',
    'Pismo is ready.',
    line('Site', `${publicUrl}/`),
    line('Sign-in', `${publicUrl}${paths.signIn}`),
  ];
  const setUp =
    role === 'worker'
      ? null
      : await app.get(StaffService, { strict: false }).firstAdministratorLink(publicUrl);
  if (setUp !== null) lines.push(line('First administrator', `${setUp}  (works once, for 24 hours)`));
  if (mailboxUrl !== undefined) lines.push(line('Development mailbox', `${mailboxUrl}/`));
  if (environment.lmtpPort !== undefined && role !== 'worker')
    lines.push(line('Letters by e-mail', emailWays(environment, app.get(Sender, { strict: false }).own[1]!)));
  for (const { name } of environment.role === 'web' ? [] : environment.mailboxes)
    lines.push(line('Letters from mailbox', name));
  lines.push(
    line(
      'Runs',
      `${role === 'all' ? 'everything in one process' : role}; PostgreSQL ${database.embedded ? `embedded in ${environment.dataDir}` : 'of DATABASE_URL'}; queue on ${app.get(QueueService, { strict: false }).backend}`,
    ),
    ...remarks(environment, mailboxUrl),
    '',
  );
  console.log(lines.join('\n'));
}

/** Where a mail server brings letters in, and how a newcomer sends one without any. */
const emailWays = ({ lmtpPort, smtpUrl, mailboxSmtpPort }: Environment, address: string) =>
  `LMTP on 127.0.0.1:${lmtpPort}${
    smtpUrl === undefined ? `; mail to ${address} by smtp://127.0.0.1:${mailboxSmtpPort} arrives too` : ''
  }`;

const line = (name: string, value: string) => `  ${name.padEnd(21)}${value}`;

function remarks({ dkim, rateLimits, smtpUrl }: Environment, mailboxUrl: string | undefined): string[] {
  const said: string[] = [];
  if (smtpUrl === undefined && mailboxUrl !== undefined)
    said.push(line('Note', 'SMTP_URL is not set: e-mail goes to the development mailbox only.'));
  if (smtpUrl !== undefined && dkim === undefined)
    said.push(line('Note', 'DKIM_* is not set: e-mail leaves unsigned, and many servers will distrust it.'));
  if (!rateLimits) said.push(line('WARNING', 'RATE_LIMITS=off: nothing stops a flood. Only for load tests.'));
  return said;
}
