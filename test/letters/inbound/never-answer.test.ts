import {
  type AnswerableMail,
  WHY_UNANSWERED,
  whyUnanswered,
} from '../../../src/letters/inbound/never-answer.js';

const own = ['pisma@predsednik.example', 'odgovor@predsednik.example'];
const mail = (different: Partial<AnswerableMail> = {}, header?: string): AnswerableMail => ({
  envelopeSender: 'ana@example.org',
  from: 'Ana@Example.org',
  headers: header === undefined ? [] : [{ name: header.split(': ')[0]!, value: header.split(': ')[1]! }],
  isReport: false,
  own,
  ...different,
});

test.each([
  ['a person', mail()],
  ['a mail without a From', mail({ from: null })],
  ['a provider that names a part of its domain', mail({ envelopeSender: 'ana=x@mx.example.org' })],
  ['a header that says that no machine wrote', mail({}, 'auto-submitted: no')],
  ['a header with a remark', mail({}, 'auto-submitted: NO (a person)')],
  ['an ordinary precedence', mail({}, 'precedence: first-class')],
  ['a program that forbids nothing', mail({}, 'x-auto-response-suppress: None')],
  ['somebody whose name only resembles', mail({ envelopeSender: 'noreplyana@example.org' })],
  ['a tag that is its owner’s business', mail({ envelopeSender: 'ana+noreply@example.org' })],
])('%s may be answered', (_who, asked) => {
  expect(whyUnanswered(asked)).toBeNull();
});

const NEVER: [(typeof WHY_UNANSWERED)[number], AnswerableMail][] = [
  ['null-sender', mail({ envelopeSender: '' })],
  ['report', mail({ isReport: true })],
  ['auto-submitted', mail({}, 'auto-submitted: auto-replied')],
  ['auto-submitted', mail({}, 'auto-submitted: Auto-Generated; owner-email=x')],
  ['auto-submitted', mail({}, 'auto-submitted: nonsense')],
  ['precedence', mail({}, 'precedence: bulk')],
  ['precedence', mail({}, 'precedence: Junk')],
  ['precedence', mail({}, 'precedence: list')],
  ['precedence', mail({}, 'precedence: auto_reply')],
  ['list', mail({}, 'list-id: <x.example.org>')],
  ['list', mail({}, 'list-unsubscribe: <mailto:x@example.org>')],
  ['auto-header', mail({}, 'x-autoreply: yes')],
  ['auto-header', mail({}, 'x-autorespond: x')],
  ['auto-header', mail({}, 'x-auto-response-suppress: OOF, AutoReply')],
  ['auto-header', mail({}, 'x-loop: x')],
  ['auto-header', mail({}, 'x-rt-loop-prevention: x')],
  ['auto-header', mail({}, 'x-fc-machinegenerated: true')],
  ['own-address', mail({ envelopeSender: 'Pisma+b.123@predsednik.example' })],
  ['own-address', mail({ from: 'odgovor@predsednik.example' })],
  ...[
    'MAILER-DAEMON@example.org',
    'postmaster@example.org',
    'noreply@example.org',
    'no-reply@example.org',
    'no_reply@example.org',
    'do-not-reply@example.org',
    'donotreply+tag@example.org',
    'noreply-vesti@example.org',
    'vesti-noreply@example.org',
    'bounce-4711@example.org',
    'bounces+4711=ana@example.org',
    'owner-lista@example.org',
    'lista-bounces@example.org',
    'lista-request@example.org',
  ].map((envelopeSender): [(typeof WHY_UNANSWERED)[number], AnswerableMail] => [
    'machine-sender',
    mail({ envelopeSender }),
  ]),
  ['machine-sender', mail({ from: 'no-reply@example.org' })],
  ['no-address', mail({ envelopeSender: 'ana@localhost' })],
  ['no-address', mail({ envelopeSender: '"a b"@example.org', from: null })],
  ['sender-differs', mail({ envelopeSender: 'ana@mailer.example' })],
  ['sender-differs', mail({ from: 'zrtva@elsewhere.example' })],
  ['sender-differs', mail({ envelopeSender: 'ana@notexample.org' })],
];

test.each(NEVER)('nobody is answered: %s (%#)', (why, asked) => {
  expect(whyUnanswered(asked)).toBe(why);
});

test('every reason has a case', () => {
  expect(new Set(NEVER.map(([why]) => why))).toEqual(new Set(WHY_UNANSWERED));
});
