import { Readable } from 'node:stream';
import { displayName } from '../../files/file-name.js';
import { FileRefused } from '../../files/file-refused.js';
import type { FilesService } from '../../files/files.service.js';
import type { KeptFile } from '../../files/kept-file.js';
import type { NotOffered } from './inbound-facts.js';
import type { MailFile } from './reading/gather-mail.js';

/** As on the form. */
const MOST_FILES = 5;
const MOST_BYTES = 10 * 1024 * 1024;
/** More names than this say nothing more to an officer. */
const MOST_NAMED = 50;

/** Keeps the files of a mail that pass the form's checks; the others stay in the raw mail and are named. */
export async function keepMailFiles(
  files: FilesService,
  found: readonly MailFile[],
): Promise<{ kept: KeptFile[]; notOffered: NotOffered[] }> {
  const kept: KeptFile[] = [];
  const notOffered: NotOffered[] = [];
  for (const [index, file] of found.entries()) {
    const name = displayName(file.name || nameless(file.mediaType, index + 1));
    const refuse = (why: NotOffered['why']) => notOffered.push({ name, size: file.content.length, why });
    if (kept.length === MOST_FILES) refuse('too-many');
    else
      try {
        const stream = Readable.from([
          Buffer.from(file.content.buffer, file.content.byteOffset, file.content.length),
        ]);
        kept.push(await files.keep(stream, { name, limitBytes: MOST_BYTES }));
      } catch (error) {
        if (!(error instanceof FileRefused)) throw error;
        refuse(error.code);
      }
  }
  return { kept, notOffered: notOffered.slice(0, MOST_NAMED) };
}

const ENDINGS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'application/pdf': '.pdf',
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
};

/** What a file is called that its sender did not name, such as a picture among the words. */
const nameless = (mediaType: string, number: number) => `prilog-${number}${ENDINGS[mediaType] ?? ''}`;
