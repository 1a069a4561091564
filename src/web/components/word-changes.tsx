import { diffArrays } from 'diff';

/** Words, white space, and every other sign by itself: in Cyrillic too, which `diff` cuts into letters by its own rules. */
const PIECES = /[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

const piecesOf = (text: string): string[] => text.match(PIECES) ?? [];

/** What changed from one text to another, as words taken out and put in. */
export const WordChanges = ({ from, to }: { from: string; to: string }) => (
  <>
    {diffArrays(piecesOf(from), piecesOf(to)).map(({ value, added, removed }) => {
      const words = value.join('');
      return added ? <ins>{words}</ins> : removed ? <del>{words}</del> : words;
    })}
  </>
);
