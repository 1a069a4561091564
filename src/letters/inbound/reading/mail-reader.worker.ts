import { readFile } from 'node:fs/promises';
import { answerQuestions } from '../../../files/thread-side.js';
import { MailUnreadable, type WhyUnreadable } from './mail-unreadable.js';
import { readMail, type ReadMail } from './read-mail.js';

/** The mail, or why it cannot be read. */
export type MailAnswer = { mail: ReadMail } | { why: WhyUnreadable };

/** The thread in which mails are parsed: whatever one does to it, the program goes on. */
answerQuestions(answer, contentsOf);

async function answer({ path }: { path: string }): Promise<MailAnswer> {
  const raw = await readFile(path);
  try {
    return { mail: await readMail(raw) };
  } catch (error) {
    return { why: error instanceof MailUnreadable ? error.why : 'broken' };
  }
}

/** Files change hands without being copied. */
function contentsOf(told: MailAnswer): ArrayBuffer[] {
  return 'mail' in told
    ? [...new Set(told.mail.files.map(({ content }) => content.buffer as ArrayBuffer))]
    : [];
}
