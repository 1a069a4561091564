/** The text of one item, and the line on which it begins. */
export interface FeedPiece {
  text: string;
  line: number;
}

/** Comments and sections of characters are passed over: what looks like a mark in them is none. */
const MARK = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<(\/?)(item|entry)(?=[\s/>])[^>]*>/gi;

/**
 * Takes a feed apart into its items and what stands around them, in which each item leaves its line ends, so that lines
 * are counted as in the file. An item that is not closed ends where the next begins.
 */
export function splitFeed(xml: string): { items: FeedPiece[]; rest: string } {
  const spans: [number, number][] = [];
  let start: number | undefined;
  for (const { 0: mark, 1: slash, 2: name, index } of xml.matchAll(MARK)) {
    if (name === undefined || mark.endsWith('/>')) continue;
    if (slash === '/') {
      if (start !== undefined) spans.push([start, index + mark.length]);
      start = undefined;
    } else {
      if (start !== undefined) spans.push([start, index]);
      start = index;
    }
  }
  if (start !== undefined) spans.push([start, xml.length]);

  const items: FeedPiece[] = [];
  const rest: string[] = [];
  let [end, line] = [0, 1];
  for (const [from, to] of spans) {
    const [before, text] = [xml.slice(end, from), xml.slice(from, to)];
    line += lineEnds(before);
    items.push({ text, line });
    rest.push(before, '\n'.repeat(lineEnds(text)));
    line += lineEnds(text);
    end = to;
  }
  return { items, rest: [...rest, xml.slice(end)].join('') };
}

const lineEnds = (text: string): number => text.split('\n').length - 1;
