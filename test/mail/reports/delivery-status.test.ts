import { readDeliveryStatus, readOldBounce } from '../../../src/mail/reports/delivery-status.js';

const report = (fields: string) => `Reporting-MTA: dns; mx.example.org\n\n${fields}`;

test.each([
  [
    'Postfix, no such mailbox',
    'Final-Recipient: rfc822; Ana@Example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1\n <ana@example.org>: Recipient address rejected',
    'failed',
    true,
  ],
  [
    'Postfix, no such domain',
    'Final-Recipient: rfc822; ana@example.org\nAction: failed\nStatus: 5.4.4\nDiagnostic-Code: X-Postfix; Host or domain name not found',
    'failed',
    true,
  ],
  [
    'Postfix, given up after days',
    'Action: failed\nStatus: 4.4.1\nDiagnostic-Code: X-Postfix; connect to mx.example.org: Connection timed out',
    'failed',
    false,
  ],
  [
    'Postfix, delayed',
    'Action: delayed\nStatus: 4.4.1\nWill-Retry-Until: Thu, 3 Dec 2026 10:00:00 +0100',
    'delayed',
    false,
  ],
  [
    'Exim, whose code says nothing',
    'Action: failed\nFinal-Recipient: rfc822;ana@example.org\nStatus: 5.0.0\nRemote-MTA: dns; mx\nDiagnostic-Code: smtp; 550 no such user here',
    'failed',
    true,
  ],
  [
    'Exim, refused as spam',
    'Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 554 5.7.1 spam',
    'failed',
    false,
  ],
  [
    'Exchange',
    'Final-recipient: RFC822; ana@example.org\nAction: failed\nStatus: 5.1.10\nDiagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound',
    'failed',
    true,
  ],
  [
    'Gmail, mailbox full',
    'Final-Recipient: rfc822; ana@gmail.example\nAction: failed\nStatus: 5.2.2\nDiagnostic-Code: smtp; 552-5.2.2 over quota',
    'failed',
    false,
  ],
  ['a full mailbox without a word that it ended', 'Status: 5.2.2', 'delayed', false],
  ['policy', 'Action: failed\nStatus: 5.7.1', 'failed', false],
  ['a mailbox that is disabled', 'Action: failed\nStatus: 5.2.1', 'failed', true],
  ['delivered', 'Action: delivered\nStatus: 2.0.0', 'delivered', false],
  ['a success of any kind', 'Action: failed\nStatus: 2.1.5', 'delivered', false],
  ['passed on', 'Action: relayed\nStatus: 2.0.0', 'delivered', false],
  ['only a code', 'Status: 5.1.1 (bad mailbox)', 'failed', true],
])('%s', (_who, fields, outcome, isHard) => {
  expect(readDeliveryStatus(report(fields))).toMatchObject([{ outcome, isHard }]);
});

test('each recipient has a line; the rest of the report is nobody', () => {
  const found = readDeliveryStatus(
    report(
      'Original-Recipient: rfc822;<Ana@example.org>\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\nFinal-Recipient: rfc822; b@example.org\r\nAction: delivered\r\nStatus: 2.0.0',
    ),
  );
  expect(found.map(({ recipient, outcome }) => [recipient, outcome])).toEqual([
    ['ana@example.org', 'failed'],
    ['b@example.org', 'delivered'],
  ]);
  for (const nothing of ['', 'Reporting-MTA: dns; x', 'Action: pondered', 'Status: 9.9.9', '\0\n\n:::'])
    expect(readDeliveryStatus(nothing)).toEqual([]);
});

test.each([
  ['Exim of old', 'ana@example.org', 'SMTP error after RCPT TO:\n  550 unknown user', 'failed', true],
  [
    'qmail',
    undefined,
    "I'm afraid I wasn't able to deliver.\n<a@b.example>:\n1.2.3.4 does not like recipient.\nRemote host said: 550 5.1.1 no such user",
    'failed',
    true,
  ],
  [
    'qmail, hash codes',
    undefined,
    '<a@b.example>:\nSorry, no mailbox here by that name. (#5.1.1)',
    'failed',
    true,
  ],
  ['a temporary answer', undefined, 'host said: 451 4.3.0 try again', 'delayed', false],
])('words of %s', (_who, failed, text, outcome, isHard) => {
  expect(readOldBounce(failed, text)).toMatchObject({ outcome, isHard });
});

test('words that say nothing are left to a person', () => {
  expect(
    readOldBounce(undefined, 'Your message could not be delivered. Room 550 is closed in 2026.'),
  ).toBeUndefined();
});
