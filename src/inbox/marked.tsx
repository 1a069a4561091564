import { markWords } from '../releases/found-words.js';

/** A text with the words that a search found marked; as it is when there was no search. */
export const Marked = ({ text, found }: { text: string; found: ReadonlySet<string> | undefined }) =>
  found === undefined || found.size === 0 ? (
    <>{text}</>
  ) : (
    <>{markWords(text, found).map((part) => (part.isFound ? <mark>{part.text}</mark> : part.text))}</>
  );
