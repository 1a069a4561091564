import type { Address, Email } from 'postal-mime';
import type { MailboxStore } from './mailbox.store.js';

export interface MailboxAddress {
  address: string;
  name: string;
}

/** One message as `/api/email` gives it. */
export interface MailboxMessage {
  id: string;
  from: MailboxAddress[];
  to: MailboxAddress[];
  subject: string;
  /** By lower-case name; a header that occurs more than once is a list. */
  headers: Record<string, string | string[]>;
  text: string;
  html: string;
  /** When it was sent, ISO 8601. */
  date: string | undefined;
}

export type ParseEmail = (raw: Buffer) => Promise<Email>;

/** Parsed messages kept in memory, since the list is asked for again and again. */
const MOST_PARSED = 300;

/** Reads messages; what cannot be parsed is shown as its raw text. */
export class MailboxReader {
  private readonly parsed = new Map<string, MailboxMessage>();

  constructor(
    private readonly store: MailboxStore,
    private readonly parse: ParseEmail,
  ) {}

  async read(id: string): Promise<MailboxMessage | undefined> {
    const known = this.parsed.get(id);
    if (known) return known;
    const raw = await this.store.raw(id);
    if (!raw) return undefined;
    const message = await this.parse(raw).then(
      (email) => asMessage(id, email),
      () => unreadable(id, raw),
    );
    this.parsed.set(id, message);
    for (const oldest of this.parsed.keys()) {
      if (this.parsed.size <= MOST_PARSED) break;
      this.parsed.delete(oldest);
    }
    return message;
  }

  /** Newest first. */
  async list(limit?: number): Promise<MailboxMessage[]> {
    const messages: MailboxMessage[] = [];
    for (const id of this.store.newest(limit)) {
      const message = await this.read(id);
      if (message) messages.push(message);
    }
    return messages;
  }
}

function asMessage(id: string, email: Email): MailboxMessage {
  const headers: MailboxMessage['headers'] = {};
  for (const { key, value } of email.headers) {
    const before = headers[key];
    headers[key] = before === undefined ? value : [before, value].flat();
  }
  return {
    id,
    from: addresses(email.from ? [email.from] : []),
    to: addresses(email.to ?? []),
    subject: email.subject ?? '',
    headers,
    text: email.text ?? '',
    html: email.html ?? '',
    date: email.date,
  };
}

function addresses(list: Address[]): MailboxAddress[] {
  return list
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ address, name }) => ({ address: address ?? '', name }));
}

const unreadable = (id: string, raw: Buffer): MailboxMessage => ({
  id,
  from: [],
  to: [],
  subject: '',
  headers: {},
  text: raw.toString('utf8'),
  html: '',
  date: undefined,
});
