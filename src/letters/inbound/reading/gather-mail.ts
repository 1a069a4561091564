import { decodeText } from './decode-text.js';
import { decodeWords, readHeaders } from './header-words.js';
import { htmlToText } from './html-to-text.js';
import { type MimePart, readMime } from './mime-tree.js';

export interface MailFile {
  /** As the sender calls it; empty when he does not. */
  name: string;
  mediaType: string;
  content: Uint8Array;
}

/** A signature that nobody here has checked, or a seal that hides the words. */
export type Seal = 'smime' | 'openpgp' | 'encrypted';

interface Gathered {
  texts: string[];
  html: string | null;
  files: MailFile[];
  seal: Seal | null;
}

/** Messages within messages are opened so deep; deeper ones stay files. */
const DEEPEST_ENCLOSED = 5;

/** Sorts the parts of a message into words and files. */
export async function gatherMail(root: MimePart): Promise<Gathered> {
  const gathered: Gathered = { texts: [], html: null, files: [], seal: null };
  await gather(root, gathered, { depth: 0, wordsWanted: true });
  return gathered;
}

interface Place {
  depth: number;
  /** False for the other versions of words that were taken already. */
  wordsWanted: boolean;
}

async function gather(part: MimePart, into: Gathered, place: Place): Promise<void> {
  if (part.type === 'multipart/encrypted' || isEnveloped(part)) into.seal = 'encrypted';
  if (isSignature(part)) into.seal ??= part.type.includes('pgp') ? 'openpgp' : 'smime';
  else if (part.type === 'multipart/alternative' && part.parts.length > 0)
    await gatherBest(part, into, place);
  else if (part.parts.length > 0) for (const child of part.parts) await gather(child, into, place);
  else if (isEnclosedMessage(part)) await gatherEnclosed(part, into, place);
  else if (isWords(part)) gatherWords(part, into, place);
  else if (part.content.length > 0) into.files.push(fileOf(part));
}

/** Of several versions of the same words the plain one, if it says anything; pictures of the others stay. */
async function gatherBest(part: MimePart, into: Gathered, place: Place): Promise<void> {
  const plain = part.parts.find((child) => child.type === 'text/plain' && wordsOf(child).trim() !== '');
  const best = plain ?? part.parts.findLast((child) => hasWords(child)) ?? part.parts[0];
  for (const child of part.parts)
    await gather(child, into, { ...place, wordsWanted: place.wordsWanted && child === best });
}

function gatherWords(part: MimePart, into: Gathered, { wordsWanted, depth }: Place): void {
  if (part.type === 'text/html' && depth === 0)
    into.html ??= decodeText(part.content, part.parameters.charset);
  if (!wordsWanted) return;
  const words = wordsOf(part).trimEnd();
  if (words !== '') into.texts.push(words);
}

/** A forwarded message: who wrote what when, its words, and its files beside the others. */
async function gatherEnclosed(part: MimePart, into: Gathered, place: Place): Promise<void> {
  if (place.depth === DEEPEST_ENCLOSED) return void into.files.push(fileOf(part));
  const headers = readHeaders(part.content);
  const said = ['from', 'date', 'subject'].flatMap((name) => {
    const value = headers.find((header) => header.name === name)?.value;
    return value === undefined ? [] : [`${name[0]!.toUpperCase()}${name.slice(1)}: ${value}`];
  });
  if (place.wordsWanted) into.texts.push(['-----', ...said].join('\n'));
  await gather(await readMime(part.content), into, { ...place, depth: place.depth + 1 });
}

const isSignature = ({ type }: MimePart) =>
  /^application\/(x-)?pkcs7-signature$/.test(type) || type === 'application/pgp-signature';

const isEnveloped = ({ type, parameters }: MimePart) =>
  /^application\/(x-)?pkcs7-mime$/.test(type) && parameters['smime-type'] !== 'signed-data';

const isEnclosedMessage = ({ type, content }: MimePart) => type === 'message/rfc822' && content.length > 0;

const isWords = ({ type, disposition, fileName }: MimePart) =>
  // A multipart without parts has lost its boundary; what it holds may still be read.
  (type === 'text/plain' || type === 'text/html' || type.startsWith('multipart/')) &&
  disposition !== 'attachment' &&
  fileName === undefined;

const hasWords = (part: MimePart): boolean =>
  part.parts.length > 0 ? part.parts.some(hasWords) : isWords(part) && wordsOf(part).trim() !== '';

function wordsOf(part: MimePart): string {
  const text = decodeText(part.content, part.parameters.charset);
  if (part.type === 'text/html') return htmlToText(text);
  return part.parameters.format?.toLowerCase() === 'flowed' ? unflowed(text, part.parameters.delsp) : text;
}

/** Lines that a program broke for the way are one again (RFC 3676). */
function unflowed(text: string, delsp = 'no'): string {
  const lines: string[] = [];
  let isOpen = false;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/^ /, '');
    if (isOpen) lines[lines.length - 1] += line;
    else lines.push(line);
    isOpen = line.endsWith(' ') && line !== '-- ';
    if (isOpen && delsp.toLowerCase() === 'yes') lines[lines.length - 1] = lines.at(-1)!.slice(0, -1);
  }
  return lines.join('\n');
}

const fileOf = ({ fileName, type, content }: MimePart): MailFile => ({
  name: decodeWords(fileName ?? ''),
  mediaType: type,
  content,
});
