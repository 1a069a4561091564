import { addressKey, domainOf, isMachine, isStrictAddress } from '../../mail/email-address.js';

/** As much of a mail as tells whether a program may answer it. */
export interface AnswerableMail {
  /** Empty for a null return path. */
  envelopeSender: string;
  /** Address of the `From` header. */
  from: string | null;
  /** Names in lower case. */
  headers: readonly { name: string; value: string }[];
  isReport: boolean;
  /** Addresses of the office. */
  own: readonly string[];
}

const AUTO_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-loop',
  'x-rt-loop-prevention',
  'x-fc-machinegenerated',
];

const valuesOf = ({ headers }: AnswerableMail, name: string) =>
  headers.filter((header) => header.name === name).map(({ value }) => value.toLowerCase());

/**
 * When a program stays silent, the first that holds (RFC 3834, section 2, and what programs in the wild mark their
 * mail with). Such a mail is a letter like any other, unless it is a report.
 */
const RULES = {
  'null-sender': ({ envelopeSender }) => envelopeSender === '',
  report: ({ isReport }) => isReport,
  'auto-submitted': (mail) => valuesOf(mail, 'auto-submitted').some((value) => !/^no\b/.test(value)),
  precedence: (mail) =>
    valuesOf(mail, 'precedence').some((value) => /^(bulk|junk|list|auto_reply)\b/.test(value)),
  list: ({ headers }) => headers.some(({ name }) => name.startsWith('list-')),
  'auto-header': (mail) =>
    AUTO_HEADERS.some((name) => valuesOf(mail, name).length > 0) ||
    valuesOf(mail, 'x-auto-response-suppress').some((value) => value !== 'none'),
  // An own address is a machine's too; it is looked at first, so that officers are told which it was.
  'own-address': (mail) => isMachineOf(mail, mail.own) && !isMachineOf(mail, []),
  'machine-sender': (mail) => isMachineOf(mail, []),
  'no-address': ({ envelopeSender }) => !isStrictAddress(envelopeSender),
  // The private link would go to somebody else than the mail names, or to a mailer that takes bounces alone.
  'sender-differs': ({ envelopeSender, from }) => from !== null && !isSameParty(envelopeSender, from),
} satisfies Record<string, (mail: AnswerableMail) => boolean>;

/** `follow-up`: the mail joined a letter, which has had its one acknowledgement. */
export type WhyUnanswered = keyof typeof RULES | 'follow-up';
export const WHY_UNANSWERED = Object.keys(RULES) as (keyof typeof RULES)[];

/** Why no program may answer this mail; null when one may. */
export function whyUnanswered(mail: AnswerableMail): WhyUnanswered | null {
  return WHY_UNANSWERED.find((why) => RULES[why](mail)) ?? null;
}

/** What only tells others to be silent stands also in letters that people write. */
const MACHINES_OWN = ['null-sender', 'report', 'auto-submitted', 'own-address', 'machine-sender'] as const;

/** Whether a machine wrote it, of a mail that answers one of ours: somebody is away, or a system has noted it. */
export function isOfMachine(mail: AnswerableMail): boolean {
  return (
    MACHINES_OWN.some((why) => RULES[why](mail)) ||
    valuesOf(mail, 'precedence').some((value) => /^(bulk|junk|auto_reply)\b/.test(value)) ||
    ['x-autoreply', 'x-autorespond'].some((name) => valuesOf(mail, name).length > 0)
  );
}

/** Whether a server wrote it in words of its own: nobody is named to answer, and no program says that it answers. */
export const isUnmarkedBounce = (mail: AnswerableMail): boolean =>
  mail.envelopeSender === '' &&
  !mail.headers.some(({ name }) =>
    ['auto-submitted', 'precedence', 'x-autoreply', 'x-autorespond'].includes(name),
  );

const isMachineOf = ({ envelopeSender, from }: AnswerableMail, own: readonly string[]) =>
  [envelopeSender, from].some((address) => address !== null && isMachine(address, own));

/** The same address, or two of one domain or of a domain and its part. */
function isSameParty(envelope: string, from: string): boolean {
  const [one, other] = [domainOf(envelope), domainOf(from)];
  return (
    addressKey(envelope) === addressKey(from) ||
    one === other ||
    one.endsWith(`.${other}`) ||
    other.endsWith(`.${one}`)
  );
}
