import { fileTypeFromFile } from 'file-type';
import { FileRefused } from './file-refused.js';

interface AllowedType {
  mediaType: string;
  extensions: readonly string[];
}

/** What may be attached (design: form fields). The first extension is the usual one. */
export const ALLOWED_TYPES: readonly AllowedType[] = [
  { mediaType: 'application/pdf', extensions: ['pdf'] },
  { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe', 'jfif'] },
  { mediaType: 'image/png', extensions: ['png'] },
  { mediaType: 'image/heic', extensions: ['heic', 'heif'] },
  {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
  { mediaType: 'text/plain', extensions: ['txt'] },
];

const TEXT = ALLOWED_TYPES.at(-1)!;

/** Other names under which the detector reports an allowed type. */
const SAME_TYPE: Record<string, string> = { 'image/heif': 'image/heic', 'image/apng': 'image/png' };

/**
 * The media type of a stored file, by its content. The extension has to agree with it, since an officer
 * will open what the name promises. Throws {@link FileRefused}.
 */
export async function allowedTypeOf(
  path: string,
  file: { name: string; size: number; looksLikeText: boolean },
): Promise<string> {
  const refuse = (code: 'forbidden-type' | 'lying-type') => new FileRefused(code, file.name, file.size);
  const extension = extensionOf(file.name);
  const promised = ALLOWED_TYPES.find((type) => extension !== null && type.extensions.includes(extension));
  if (extension !== null && !promised) throw refuse('forbidden-type');

  const detected = await detect(path);
  const found = ALLOWED_TYPES.find((type) => type.mediaType === detected);
  if (found) {
    if (promised && promised !== found) throw refuse('lying-type');
    return found.mediaType;
  }
  // Plain text has no mark of its own, and some of it looks like one ("BM" begins a bitmap): the bytes decide.
  if (promised === TEXT && file.looksLikeText) return TEXT.mediaType;
  throw refuse(promised ? 'lying-type' : 'forbidden-type');
}

/** The lower-case extension of a name; null when it has none. */
export function extensionOf(name: string): string | null {
  return /[^.]\.([^.\s]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? null;
}

async function detect(path: string): Promise<string | undefined> {
  try {
    const mime = (await fileTypeFromFile(path, { maxBufferSize: 4 * 1024 * 1024 }))?.mime;
    return mime && (SAME_TYPE[mime] ?? mime);
  } catch {
    // A file built to confuse the detector is a file of unknown type.
    return undefined;
  }
}
