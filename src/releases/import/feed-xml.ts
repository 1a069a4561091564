import { SaxesParser } from 'saxes';
import type { Remark } from './found-release.js';
import { splitFeed } from './split-feed.js';

/** An element of an item. */
export interface Element {
  /** As written, with its prefix, in small letters. */
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
  line: number;
}

export interface FeedItems {
  /** As the feed itself says, for example "sr". */
  language: string | undefined;
  items: { element: Element; flaws: Remark[] }[];
  /** What is wrong outside any item. */
  flaws: Remark[];
}

/** The items of an RSS or Atom file, each read by itself, so that one that is broken spoils no other. */
export function feedItems(file: string, xml: string): FeedItems {
  const { items, rest } = splitFeed(xml);
  const frame = parse(file, rest, 1);
  const [root] = frame.element.children.filter((child) => typeof child !== 'string');
  return {
    language: root?.attributes['xml:lang'] ?? languageIn(frame.element),
    items: items.map(({ text, line }) => {
      const { element, flaws } = parse(file, text, line);
      const [item] = element.children.filter((child) => typeof child !== 'string');
      return { element: item ?? { ...element, line }, flaws };
    }),
    flaws: frame.flaws,
  };
}

function parse(file: string, xml: string, firstLine: number): { element: Element; flaws: Remark[] } {
  const flaws: Remark[] = [];
  const document: Element = { name: '', attributes: {}, children: [], line: firstLine };
  const open = [document];
  const parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  const line = () => firstLine + parser.line - 1;
  parser.on('error', ({ message }) => {
    // What follows from the first mistake says nothing more.
    if (flaws.length > 0) return;
    const text = `The XML is broken: ${message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}.`;
    flaws.push({ file, line: line(), text });
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name: name.toLowerCase(), attributes, children: [], line: line() };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  const onText = (text: string) => open.at(-1)!.children.push(text);
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', () => open.length > 1 && open.pop());
  parser.write(xml).close();
  return { element: document, flaws };
}

function languageIn(element: Element): string | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const found = child.name === 'language' ? textOf(child) : languageIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The words within an element, without its marks. */
export const textOf = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();

/** What stands within an element, as HTML. */
export const markupOf = (element: Element): string =>
  element.children
    .map((child) => {
      if (typeof child === 'string') return escaped(child);
      const attributes = Object.entries(child.attributes).map(
        ([name, value]) => ` ${name}="${escaped(value)}"`,
      );
      return `<${child.name}${attributes.join('')}>${markupOf(child)}</${child.name}>`;
    })
    .join('');

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
