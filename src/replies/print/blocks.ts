import { markdownTokens } from '../../releases/markdown.js';

/** Words in one face. */
export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A paragraph, a heading, or an item of a list, as far as paper shows it. */
export interface Block {
  kind: 'paragraph' | 'heading' | 'item';
  runs: Run[];
  /** Before an item: "•", or "2." in a numbered list. */
  mark?: string;
  /** Depth of the list. */
  depth: number;
}

/** A Markdown body as blocks for paper: a link is followed by its address, since paper cannot be clicked. */
export function blocksOf(source: string): Block[] {
  const blocks: Block[] = [];
  const lists: { ordered: boolean; next: number }[] = [];
  let mark: string | undefined;
  let isHeading = false;
  for (const token of markdownTokens(source)) {
    if (token.type === 'bullet_list_open') lists.push({ ordered: false, next: 1 });
    else if (token.type === 'ordered_list_open')
      lists.push({ ordered: true, next: Number(token.attrGet('start') ?? 1) });
    else if (token.type.endsWith('_list_close')) lists.pop();
    else if (token.type === 'list_item_open') {
      const list = lists.at(-1)!;
      mark = list.ordered ? `${list.next}.` : '•';
      list.next += 1;
    } else if (token.type === 'heading_open') isHeading = true;
    else if (token.type === 'heading_close') isHeading = false;
    else if (token.type === 'inline') {
      const kind = isHeading ? 'heading' : lists.length > 0 ? 'item' : 'paragraph';
      blocks.push({ kind, runs: runsOf(token.children ?? []), mark, depth: lists.length });
      mark = undefined;
    } else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push({
        ...{ kind: 'paragraph', depth: lists.length },
        runs: [{ text: token.content.trimEnd(), bold: false, italic: false }],
      });
  }
  return blocks;
}

type Inline = NonNullable<ReturnType<typeof markdownTokens>[number]['children']>[number];

function runsOf(tokens: readonly Inline[]): Run[] {
  const runs: Run[] = [];
  let bold = 0;
  let italic = 0;
  let link: { href: string; from: number } | undefined;
  const add = (text: string) => runs.push({ text, bold: bold > 0, italic: italic > 0 });
  for (const token of tokens) {
    if (token.type === 'strong_open') bold += 1;
    else if (token.type === 'strong_close') bold -= 1;
    else if (token.type === 'em_open') italic += 1;
    else if (token.type === 'em_close') italic -= 1;
    else if (token.type === 'softbreak') add(' ');
    else if (token.type === 'hardbreak') add('\n');
    else if (token.type === 'link_open')
      link = { href: String(token.attrGet('href') ?? ''), from: runs.length };
    else if (token.type === 'link_close' && link) {
      const said = runs
        .slice(link.from)
        .map(({ text }) => text)
        .join('');
      const address = link.href.replace(/^mailto:|^tel:/, '');
      if (said !== address) add(` (${address})`);
      link = undefined;
    } else if (token.content !== '') add(token.content);
  }
  return runs;
}
