import type { KeptFile } from '../../files/kept-file.js';
import { type ArrivedForm, MOST_ATTACHMENTS } from '../form-reader.js';
import type { RawFields } from '../submission.checks.js';
import { fieldLabels } from '../submission.texts.js';
import { readAttachmentToken } from './kept-attachments.js';

/**
 * A page's words as they can be stored. Browsers send line ends as CRLF, which no one typed. Control
 * characters that came with a paste cannot be seen, so nobody could mend them: they go, rather than the letter.
 */
export function legibleFields(fields: RawFields): RawFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? legible(name, value) : value,
    ]),
  );
}

function legible(name: string, value: string): string {
  const text = value.toWellFormed().replace(/\r\n?/g, '\n');
  return name === 'message'
    ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '')
    : text.replace(/[\t\n\u2028\u2029]+/g, ' ').replace(/\p{Cc}/gu, '');
}

/** What a page can show again in its fields. */
export function shownValues(fields: RawFields): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof first === 'string' && Object.hasOwn(fieldLabels.en, name)) values[name] = first;
  }
  return values;
}

/** Files taken with earlier tries, less those that were ticked to go, and those that came now. */
export function keptFiles(
  secret: string,
  page: { keptAttachment: unknown; removeAttachment: unknown },
  arrived: Pick<ArrivedForm, 'attachments'>,
): KeptFile[] {
  const removed = new Set(listOf(page.removeAttachment));
  const earlier = listOf(page.keptAttachment)
    .filter((token) => !removed.has(token))
    .slice(0, 2 * MOST_ATTACHMENTS)
    .flatMap((token) => readAttachmentToken(secret, token) ?? []);
  return [...earlier, ...arrived.attachments];
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
