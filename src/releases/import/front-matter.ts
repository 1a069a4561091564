import { isScalar, LineCounter, parseDocument } from 'yaml';

/** A Markdown file in its two parts. */
export interface FrontMatter {
  fields: Record<string, unknown>;
  body: string;
  /** The line of a field, or of what stands in a list of it. */
  lineOf(...path: (string | number)[]): number;
}

const FENCED = /^---[ \t]*\n([\s\S]*?)\n?---[ \t]*(?:\n|$)/;

/** Reads what stands between the two lines of `---` at the top, and what follows them. */
export function readFrontMatter(
  source: string,
): { read: FrontMatter } | { flaws: { line: number; text: string }[] } {
  const text = source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const fenced = FENCED.exec(text);
  if (fenced === null)
    return {
      flaws: [{ line: 1, text: 'It has no front matter: begin with a line ---, fields, a line ---.' }],
    };
  const lines = new LineCounter();
  const document = parseDocument(fenced[1]!, { lineCounter: lines, prettyErrors: false });
  // The fence is the first line of the file, so what the parser counts from one begins on the second.
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  if (document.errors.length > 0)
    return {
      flaws: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), text: `${message}.` })),
    };
  let fields: unknown;
  try {
    fields = document.toJS({ maxAliasCount: 0 });
  } catch {
    return { flaws: [{ line: 2, text: 'The front matter uses aliases, which are not read.' }] };
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return { flaws: [{ line: 2, text: 'The front matter is not a list of fields.' }] };
  return {
    read: {
      fields: fields as Record<string, unknown>,
      body: text.slice(fenced[0].length).trim(),
      lineOf: (...path) => {
        const node = document.getIn(path, true);
        const range = isScalar(node) || hasRange(node) ? node.range : undefined;
        return range ? lineAt(range[0]) : path.length > 1 ? 2 : 1;
      },
    },
  };
}

const hasRange = (node: unknown): node is { range: [number, number, number] } =>
  typeof node === 'object' && node !== null && Array.isArray((node as { range?: unknown }).range);
