import { gatherMail, type MailFile, type Seal } from './gather-mail.js';
import { type MailHeader, readHeaders } from './header-words.js';
import { readMime } from './mime-tree.js';
import { type Mailbox, readMailbox } from './mailbox-header.js';
import { type MailReport, readReport } from './read-report.js';

/** Characters of a letter's text, as on the form. */
export const LONGEST_TEXT = 20_000;
/** Stands where a longer text was cut. */
export const CUT_MARK = '\n\n[…]';
const MOST_HEADERS = 300;

/** What a mail says, in words and files; nothing of it is believed yet. */
export interface ReadMail {
  headers: Pick<MailHeader, 'name' | 'value'>[];
  /** With its angle brackets, only when it is one plain identifier. */
  messageId: string | null;
  subject: string;
  from: Mailbox | null;
  /** At most {@link LONGEST_TEXT} characters, line ends as `\n`, no other control characters than tabs. */
  text: string;
  /** Whether the text is longer than that: the rest is in the raw mail alone. */
  isCut: boolean;
  /** The HTML of the mail, not sanitised; null when it has none. */
  html: string | null;
  files: MailFile[];
  seal: Seal | null;
  /** A delivery report or a receipt, which no person wrote; null for any other mail. */
  report: MailReport | null;
}

/** Reads a whole mail. Throws `MailUnreadable`; runs in a thread whose time and memory are limited. */
export async function readMail(raw: Uint8Array): Promise<ReadMail> {
  const root = await readMime(raw);
  const headers = readHeaders(raw).slice(0, MOST_HEADERS);
  const first = (name: string) => headers.find((header) => header.name === name);
  const gathered = await gatherMail(root);
  const whole = cleanText(gathered.texts.join('\n\n'));
  const isCut = whole.length > LONGEST_TEXT;
  return {
    headers: headers.map(({ name, value }) => ({ name, value })),
    messageId:
      /^<[\w.!#$%&'*+/=?^`{|}~-]{1,200}@[\w.:[\]-]{1,200}>$/.exec(first('message-id')?.raw ?? '')?.[0] ??
      null,
    subject: first('subject')?.value ?? '',
    from: readMailbox(first('from')?.raw ?? ''),
    text: isCut
      ? whole.slice(0, LONGEST_TEXT - CUT_MARK.length).replace(/[\ud800-\udbff]$/, '') + CUT_MARK
      : whole,
    isCut,
    html: gathered.html,
    files: gathered.files,
    seal: gathered.seal,
    report: readReport(root, headers, whole),
  };
}

/** Text that a page and PostgreSQL can hold: no NUL, no other control characters, one kind of line end. */
function cleanText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|\ufeff/gu, '')
    .trimEnd()
    .split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  return lines.slice(Math.max(first, 0)).join('\n').toWellFormed();
}
