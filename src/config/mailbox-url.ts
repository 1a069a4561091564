/** A mailbox that letters are pulled from, as one address of `IMAP_URLS` tells it. */
export interface Mailbox {
  host: string;
  port: number;
  /** TLS from the first byte (`imaps:`); otherwise by STARTTLS, which only a server on this machine may lack. */
  secure: boolean;
  user: string;
  password: string;
  /** The folder that mail arrives in. */
  folder: string;
  /** The folder that mail is moved to once it is kept. */
  done: string;
  /** What people are told: no password. */
  name: string;
}

/** Reads `imaps://user:password@host[:port][/folder][?done=folder]`; undefined for anything else. */
export function readMailboxUrl(text: string): Mailbox | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!['imap:', 'imaps:'].includes(url.protocol) || !url.hostname || !url.username || !url.password)
    return undefined;
  try {
    const secure = url.protocol === 'imaps:';
    const folder = decodeURIComponent(url.pathname.slice(1)) || 'INBOX';
    const done = url.searchParams.get('done') || 'Pismo';
    if (folder === done) return undefined;
    const user = decodeURIComponent(url.username);
    return {
      ...{ host: url.hostname, port: Number(url.port) || (secure ? 993 : 143), secure, folder, done },
      ...{ user, password: decodeURIComponent(url.password), name: `${user} at ${url.hostname}, ${folder}` },
    };
  } catch {
    // A percent sign that begins nothing.
    return undefined;
  }
}

/** Whether a server runs on this machine, where nobody listens on the line. */
export const isOnThisMachine = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127\./.test(host);
