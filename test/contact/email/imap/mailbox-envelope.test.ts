import { mailboxEnvelope } from '../../../../src/contact/email/imap/mailbox-envelope.js';

const addresses = { own: ['pisma@predsednik.example'], mailbox: 'pisma@predsednik.example' };
const of = (...lines: string[]) => mailboxEnvelope(Buffer.from(lines.join('\r\n')), addresses);

test('the server that delivered a mail says on top from whom it came', () => {
  expect(of('Return-Path: <ana@example.org>', 'Return-Path: <lazna@example.org>').sender).toBe(
    'ana@example.org',
  );
  expect(of('Return-Path: <>', 'From: ana@example.org').sender).toBe('');
  expect(of('From: ana@example.org', 'To: pisma@predsednik.example').sender).toBe('');
  expect(of('Return-Path:\r\n <ana@example.org>').sender).toBe('ana@example.org');
});

test.each([
  [['To: "Писма" <Pisma@Predsednik.example>, jos@example.org'], 'pisma@predsednik.example'],
  [
    ['Delivered-To: pisma+b.A1b2@predsednik.example', 'To: pisma@predsednik.example'],
    'pisma+b.a1b2@predsednik.example',
  ],
  [
    ['Delivered-To: sabirno@example.net', 'To: jos@example.org,', ' <pisma+x@predsednik.example>'],
    'pisma+x@predsednik.example',
  ],
  [['To: undisclosed-recipients:;'], 'pisma@predsednik.example'],
  [[], 'pisma@predsednik.example'],
])('%j came to %s', (lines, recipient) => {
  expect(of(...lines).recipients).toEqual([recipient]);
});
