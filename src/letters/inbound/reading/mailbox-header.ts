import { addressParser } from 'postal-mime';
import { decodeWords } from './header-words.js';

export interface Mailbox {
  /** As its owner calls himself; empty when he does not. */
  name: string;
  address: string;
}

/** The first mailbox of a `From` header, from its raw value; null when there is none. */
export function readMailbox(raw: string): Mailbox | null {
  const [first] = addressParser(raw, { flatten: true });
  const address = first?.address?.trim();
  if (!address) return null;
  // The parser believes the charset that an encoded word names, so a plain header's name is read by ourselves.
  const plain = /^([^,;:<>]*|"(?:[^"\\]|\\.)*")\s*<[^<>]*>\s*$/.exec(raw.trim());
  const name = plain
    ? decodeWords(
        plain[1]!
          .trim()
          .replace(/^"(.*)"$/, '$1')
          .replace(/\\(.)/g, '$1'),
      )
    : (first!.name ?? '');
  return { name: name.slice(0, 200), address };
}
