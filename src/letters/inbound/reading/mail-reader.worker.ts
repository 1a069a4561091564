import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { MailUnreadable, type WhyUnreadable } from './mail-unreadable.js';
import { readMail, type ReadMail } from './read-mail.js';

/** The mail, why it cannot be read, or what kept the thread from its bytes. */
export type MailAnswer = { mail: ReadMail } | { why: WhyUnreadable } | { failure: string };

/** The thread in which mails are parsed: whatever one does to it, the program goes on. */
parentPort!.on('message', (path: string) => {
  void answer(path).then((told) => parentPort!.postMessage(told, contentsOf(told)));
});

async function answer(path: string): Promise<MailAnswer> {
  const raw = await readFile(path).catch((error: Error) => error.message);
  if (typeof raw === 'string') return { failure: raw };
  try {
    return { mail: await readMail(raw) };
  } catch (error) {
    return { why: error instanceof MailUnreadable ? error.why : 'broken' };
  }
}

/** Files change hands without being copied. */
const contentsOf = (told: MailAnswer) =>
  'mail' in told ? [...new Set(told.mail.files.map(({ content }) => content.buffer as ArrayBuffer))] : [];
