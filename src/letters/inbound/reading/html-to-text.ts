import { Parser } from 'htmlparser2';

const BLOCKS = new Set(
  'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody thead tr ul'.split(
    ' ',
  ),
);
const APART = new Set('p h1 h2 h3 h4 h5 h6 ul ol blockquote table pre'.split(' '));
/** What holds no words for a reader. */
const SILENT = new Set('head script style title template noscript object svg math'.split(' '));

/** The words of an HTML mail as plain text: paragraphs stay paragraphs, links keep their address, quotations get `>`. */
export function htmlToText(html: string): string {
  const lines: string[] = [];
  let line = '';
  let silent = 0;
  let quoted = 0;
  let isPre = 0;
  const links: { href: string; from: number }[] = [];

  const endLine = () => {
    const text = isPre > 0 ? line.trimEnd() : line.trim();
    if (text !== '') lines.push('> '.repeat(Math.min(quoted, 10)) + text);
    line = '';
  };
  const gap = () => {
    endLine();
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  const write = (text: string) => {
    if (isPre > 0)
      return text.split('\n').forEach((part, index) => void (index > 0 && endLine(), (line += part)));
    const folded = text.replace(/[\s\u00a0]+/g, ' ');
    line += line === '' || line.endsWith(' ') ? folded.trimStart() : folded;
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (SILENT.has(name)) silent += 1;
        if (silent > 0) return;
        if (name === 'br') {
          if (line.trim() === '') lines.push('');
          endLine();
        } else if (APART.has(name)) gap();
        else if (BLOCKS.has(name)) endLine();
        if (name === 'blockquote') quoted += 1;
        if (name === 'pre') isPre += 1;
        if (name === 'li') write('- ');
        if (name === 'td' || name === 'th') write(' ');
        if (name === 'img' && attributes.alt?.trim()) write(`[${attributes.alt}]`);
        if (name === 'a') links.push({ href: attributes.href ?? '', from: line.length });
      },
      ontext(text) {
        if (silent === 0) write(text);
      },
      onclosetag(name) {
        if (SILENT.has(name)) silent = Math.max(0, silent - 1);
        if (silent > 0) return;
        if (name === 'a') line += addressOf(links.pop(), line);
        if (APART.has(name)) gap();
        else if (BLOCKS.has(name)) endLine();
        if (name === 'blockquote') quoted = Math.max(0, quoted - 1);
        if (name === 'pre') isPre = Math.max(0, isPre - 1);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  endLine();
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** A link whose words do not show where it leads shows it. */
function addressOf(link: { href: string; from: number } | undefined, line: string): string {
  if (link === undefined || !/^(https?|mailto):/i.test(link.href)) return '';
  const address = link.href.replace(/^mailto:/i, '');
  const words = line.slice(link.from);
  return words.includes(address.replace(/^https?:\/\//i, '').replace(/\/$/, '')) ? '' : ` <${address}>`;
}
