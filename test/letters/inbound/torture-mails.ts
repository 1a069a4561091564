import { encodeIn } from '../../support/single-byte.js';

const CRLF = '\r\n';
const mixed = (...parts: string[]) =>
  parts.map((part) => `--b${CRLF}${part}${CRLF}`).join('') + `--b--${CRLF}`;
const head = (...lines: string[]) => [...lines, '', ''].join(CRLF);
const FROM = 'From: ana@example.org';

/** Parts in parts in parts. */
function nested(depth: number): string {
  let body = `Content-Type: text/plain${CRLF}${CRLF}дно${CRLF}`;
  for (let level = depth; level > 0; level -= 1)
    body = `Content-Type: multipart/mixed; boundary=b${level}x${CRLF}${CRLF}--b${level}x${CRLF}${body}--b${level}x--${CRLF}`;
  return `${FROM}${CRLF}${body}`;
}

/** Messages in messages. */
function enclosed(depth: number): string {
  let mail = `${FROM}${CRLF}Subject: 0${CRLF}${CRLF}језгро${CRLF}`;
  for (let level = 1; level <= depth; level += 1)
    mail = `${FROM}${CRLF}Subject: ${level}${CRLF}Content-Type: message/rfc822${CRLF}${CRLF}${mail}`;
  return mail;
}

export interface TortureMail {
  raw: string | Buffer;
  /** A part of the letter's text, or why there is none. */
  becomes:
    { text: string; subject?: string | null; email?: string | null; files?: string[] } | { why: string };
}

const SIGNED = mixed(
  head('Content-Type: text/plain') + 'потписано',
  head('Content-Type: application/pkcs7-signature; name=smime.p7s', 'Content-Transfer-Encoding: base64') +
    'AAAA',
);

/** Mails that have broken mail programs, and what the office makes of each. */
export const TORTURE: Record<string, TortureMail> = {
  'no headers at all': { raw: `${CRLF}само текст${CRLF}`, becomes: { text: 'само текст', subject: null } },
  'no body': { raw: `${FROM}${CRLF}Subject: a${CRLF}${CRLF}`, becomes: { text: '', subject: 'a' } },
  'nothing but a line end': { raw: CRLF, becomes: { text: '' } },
  'an empty From': {
    raw: head('From:', 'Subject: a') + 'x',
    becomes: { text: 'x', email: 'mx@example.org' },
  },
  'a From that is no address': {
    raw: head('From: "a b" <@>, ;;;', 'Subject: a') + 'x',
    becomes: { text: 'x', email: 'mx@example.org' },
  },
  'a From of encoded line breaks': {
    raw: head('From: =?utf-8?B?QQ0KQmNjOiB6cnR2YUBleGFtcGxlLm9yZw==?= <ana@example.org>', 'Subject: a') + 'x',
    becomes: { text: 'x', email: 'ana@example.org' },
  },
  'a folded and broken Subject': {
    raw:
      head(FROM, 'Subject: =?utf-8?Q?=D0=9C=D0=BE=D1=81?=', ' =?utf-8?Q?=D1=82?=', '\t=?x-none?Q?A?=') + 'x',
    becomes: { text: 'x', subject: 'МостA' },
  },
  'raw eight-bit headers': {
    raw: encodeIn('windows-1250', head(FROM, 'Subject: Šta će biti sa školom') + 'Poštovani, šta će biti?'),
    becomes: { text: 'Poštovani, šta će biti?', subject: 'Šta će biti sa školom' },
  },
  'a wrong charset label': {
    raw: encodeIn(
      'windows-1251',
      head(FROM, 'Content-Type: text/plain; charset=iso-8859-2') + 'Молим Вас за помоћ',
    ),
    becomes: { text: 'Молим Вас за помоћ' },
  },
  'a charset that nobody knows': {
    raw: head(FROM, 'Content-Type: text/plain; charset="klingon; x=1"') + 'Молим Вас',
    becomes: { text: 'Молим Вас' },
  },
  'NUL and control characters': {
    raw: head(FROM, 'Subject: a\u0000b\u001b[31m') + 'a\u0000b\u0007c\ttab',
    becomes: { text: 'abc\ttab', subject: 'a b [31m' },
  },
  'lone halves of letters': {
    raw: Buffer.concat([Buffer.from(head(FROM)), Buffer.from([0xed, 0xa0, 0x80, 0x41])]),
    becomes: { text: 'A' },
  },
  'ten thousand parts': {
    raw: head(FROM, 'Content-Type: multipart/mixed; boundary=b') + mixed(...Array<string>(10_000).fill(CRLF)),
    becomes: { why: 'parts' },
  },
  'nesting of two hundred': { raw: nested(200), becomes: { why: 'nesting' } },
  'nesting that is allowed': { raw: nested(40), becomes: { text: 'дно' } },
  'a header of a megabyte': {
    raw: head(FROM, `X-Long: ${'a'.repeat(1_000_000)}`) + 'x',
    becomes: { why: 'headers' },
  },
  'a hundred thousand headers': {
    raw: head(FROM, ...Array<string>(100_000).fill('X: y')) + 'x',
    becomes: { why: 'headers' },
  },
  'a multipart without its boundary': {
    raw: head(FROM, 'Content-Type: multipart/mixed') + 'ипак текст',
    becomes: { text: 'ипак текст' },
  },
  'a multipart that never ends': {
    raw: head(FROM, 'Content-Type: multipart/mixed; boundary=b') + `--b${CRLF}${CRLF}крај није стигао`,
    becomes: { text: 'крај није стигао' },
  },
  'broken base64': {
    raw: head(FROM, 'Content-Transfer-Encoding: base64') + '!!!0JzQvtGB0YI=???',
    becomes: { text: 'Мост' },
  },
  'a forwarded message': {
    raw:
      head(FROM, 'Content-Type: multipart/mixed; boundary=b') +
      mixed(
        head('Content-Type: text/plain') + 'прослеђујем',
        head('Content-Type: message/rfc822') + head('From: b@example.org', 'Subject: c') + 'унутрашњи текст',
      ),
    becomes: { text: 'прослеђујем\n\n-----\nFrom: b@example.org\nSubject: c\n\nунутрашњи текст' },
  },
  'messages within messages': { raw: enclosed(12), becomes: { text: 'Subject: 7', files: ['prilog-1.eml'] } },
  'an invitation': {
    raw:
      head(FROM, 'Content-Type: multipart/alternative; boundary=b') +
      mixed(
        head('Content-Type: text/plain') + 'позив',
        head('Content-Type: text/calendar; method=REQUEST') + 'BEGIN:VCALENDAR',
      ),
    becomes: { text: 'позив', files: ['prilog-1.ics'] },
  },
  TNEF: {
    raw:
      head(FROM, 'Content-Type: multipart/mixed; boundary=b') +
      mixed(
        head('Content-Type: text/plain') + 'текст',
        head('Content-Type: application/ms-tnef; name=winmail.dat', 'Content-Transfer-Encoding: base64') +
          'eJ8+Ig==',
      ),
    becomes: { text: 'текст', files: ['winmail.dat'] },
  },
  'an S/MIME signature': {
    raw: head(FROM, 'Content-Type: multipart/signed; boundary=b') + SIGNED,
    becomes: { text: 'потписано', files: [] },
  },
  'a file name that would be a path': {
    raw:
      head(FROM, 'Content-Type: multipart/mixed; boundary=b') +
      mixed(head('Content-Disposition: attachment; filename="../../etc/passwd\u202etxt.exe"') + 'x'),
    becomes: { text: '', files: ['passwdtxt.exe'] },
  },
  'hostile HTML': {
    raw:
      head(FROM, 'Content-Type: text/html; charset=utf-8') +
      `<script>alert(1)</script><p>видљиво${'<div>'.repeat(30_000)}`,
    becomes: { text: 'видљиво' },
  },
  'words and blanks without end': {
    raw: Buffer.concat([
      Buffer.from(head(FROM, `Subject: ${'a'.repeat(60_000)}`) + ' '.repeat(500_000) + 'a'.repeat(500_000)),
      Buffer.from([0xe8, 0x20]),
      Buffer.from(`${'@'.repeat(200_000)} ${' '.repeat(500_000)}.`),
    ]),
    becomes: { text: '[…]' },
  },
  'a text without end': { raw: head(FROM) + 'дуго '.repeat(40_000), becomes: { text: '[…]' } },
  'a large file': {
    raw:
      head(FROM, 'Content-Type: multipart/mixed; boundary=b') +
      mixed(
        head('Content-Type: text/plain') + 'велики прилог',
        head('Content-Type: application/pdf; name=veliki.pdf', 'Content-Transfer-Encoding: base64') +
          `${'A'.repeat(76)}${CRLF}`.repeat(200_000),
      ),
    becomes: { text: 'велики прилог', files: ['veliki.pdf'] },
  },
};
