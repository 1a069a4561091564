import { decodeText } from './decode-text.js';

/** Longest header value that is looked at; what is longer is cut. */
const LONGEST = 4_000;

export interface MailHeader {
  /** In lower case. */
  name: string;
  /** Decoded, in one line, without control characters. */
  value: string;
  /** As it stands in the mail, unfolded, encoded words and all. */
  raw: string;
}

/** The headers of a message as bytes: raw eight-bit words are read by their likeliest charset, encoded words decoded. */
export function readHeaders(message: Uint8Array): MailHeader[] {
  const headers: MailHeader[] = [];
  for (const field of unfolded(headerBlock(message))) {
    const colon = field.indexOf(':');
    if (colon < 1) continue;
    const raw = field.slice(colon + 1, colon + 1 + LONGEST).trim();
    const name = field.slice(0, colon).trim().toLowerCase();
    headers.push({ name, value: decodeWords(raw), raw });
  }
  return headers;
}

/** An encoded word of RFC 2047; several of one charset are one run of bytes, since programs cut letters in two. */
const ENCODED = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([bq])\?([^?]*)\?=(?:\s+(?==\?[^?\s]+\?[bq]\?[^?]*\?=))?/gi;

/** Text of a header or of a file's name, with its encoded words read, in one line. */
export function decodeWords(raw: string): string {
  const runs: { charset?: string; bytes?: Buffer; text?: string }[] = [];
  let end = 0;
  for (const match of raw.matchAll(ENCODED)) {
    if (match.index > end) runs.push({ text: raw.slice(end, match.index) });
    end = match.index + match[0].length;
    const charset = match[1]!.toLowerCase();
    const bytes = match[2]!.toLowerCase() === 'b' ? Buffer.from(match[3]!, 'base64') : fromQ(match[3]!);
    const last = runs.at(-1);
    if (last?.bytes && last.charset === charset) last.bytes = Buffer.concat([last.bytes, bytes]);
    else runs.push({ charset, bytes });
  }
  runs.push({ text: raw.slice(end) });
  return inOneLine(
    runs.map(({ bytes, charset, text }) => (bytes ? decodeText(bytes, charset) : text)).join(''),
  );
}

/** Nothing that could break a line, hide or reverse the rest. */
export const inOneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();

function fromQ(text: string): Buffer {
  const latin = text
    .replaceAll('_', ' ')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(latin, 'latin1');
}

/** Everything before the first empty line. */
function headerBlock(message: Uint8Array): Uint8Array {
  for (let at = 0; at < message.length; at++) {
    if (message[at] !== 0x0a) continue;
    const next = message[at + 1] === 0x0d ? at + 2 : at + 1;
    if (message[next] === 0x0a) return message.subarray(0, at + 1);
  }
  return message;
}

function unfolded(block: Uint8Array): string[] {
  const fields: string[] = [];
  for (const line of decodeText(block).split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && fields.length > 0) fields[fields.length - 1] += line;
    else if (line !== '') fields.push(line);
  }
  return fields;
}
