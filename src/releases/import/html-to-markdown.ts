import TurndownService from 'turndown';
import { markdownToText } from '../markdown.js';

const turndown = new TurndownService({
  headingStyle: 'atx',
  hr: '---',
  bulletListMarker: '-',
  codeBlockStyle: 'fenced',
  emDelimiter: '*',
});
/** What runs, loads or asks; pictures stand elsewhere, and are not in the file. */
const LEFT_OUT = new Set(
  (
    'script style noscript iframe object embed form button input select textarea template video audio canvas ' +
    'figure img svg'
  ).split(' '),
);
turndown.addRule('leftOut', {
  filter: (node) => LEFT_OUT.has(node.nodeName.toLowerCase()),
  replacement: () => '',
});

/** HTML of another site as Markdown. */
export const htmlToMarkdown = (html: string): string => turndown.turndown(html).trim();

/** HTML of another site as words in one line. */
export const htmlToText = (html: string): string =>
  markdownToText(htmlToMarkdown(html)).replace(/\s+/g, ' ').trim();
