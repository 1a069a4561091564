import PostalMime from 'postal-mime';
import { MailUnreadable } from './mail-unreadable.js';

/** What a mail may ask of us; beyond it, it waits in quarantine for a person. */
export const MOST_PARTS = 1_000;
const DEEPEST = 50;
const MOST_HEADER_BYTES = 256 * 1024;

/** One part of a message, its content decoded from the transfer encoding but not from its charset. */
export interface MimePart {
  /** In lower case, `text/plain` where none is given. */
  type: string;
  parameters: Record<string, string>;
  /** `inline`, `attachment`, another word, or empty. */
  disposition: string;
  fileName: string | undefined;
  contentId: string | undefined;
  content: Uint8Array;
  parts: MimePart[];
}

/** The tree that PostalMime keeps while it reads; its published types show only what it makes of it. */
interface Node {
  childNodes: Node[];
  contentType: { parsed: { value: string; params: Record<string, string> } };
  contentDisposition: { parsed: { value: string; params: Record<string, string> } };
  contentId?: string;
  content: ArrayBuffer | null;
}

/**
 * Reads a message into its parts. PostalMime does the MIME; words are decoded by us, since it believes every charset
 * label, and enclosed messages are read one by one, so that their depth counts. Throws {@link MailUnreadable}.
 */
export async function readMime(message: Uint8Array): Promise<MimePart> {
  const parser = new PostalMime({
    forceRfc822Attachments: true,
    maxNestingDepth: DEEPEST,
    maxHeadersSize: MOST_HEADER_BYTES,
  });
  try {
    await parser.parse(message);
  } catch (error) {
    throw new MailUnreadable(reasonOf((error as Error).message));
  }
  const root = (parser as unknown as { root: Node }).root;
  let left = MOST_PARTS;
  const take = (node: Node): MimePart => {
    if (--left < 0) throw new MailUnreadable('parts');
    const { value, params } = node.contentType.parsed;
    const disposition = node.contentDisposition.parsed;
    return {
      type: value || 'text/plain',
      parameters: params,
      disposition: disposition.value,
      fileName: disposition.params.filename ?? params.name,
      contentId: node.contentId,
      content: new Uint8Array(node.content ?? new ArrayBuffer(0)),
      parts: node.childNodes.map(take),
    };
  };
  return take(root);
}

function reasonOf(message: string) {
  if (message.includes('nesting depth')) return 'nesting';
  return message.includes('header size') ? 'headers' : 'broken';
}
