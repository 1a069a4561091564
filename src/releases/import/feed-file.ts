import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Element, feedItems, markupOf, textOf } from './feed-xml.js';
import type { Found, Remark } from './found-release.js';
import { htmlToMarkdown, htmlToText } from './html-to-markdown.js';
import { sectionOf } from './section-of.js';
import { sourceDate } from './source-date.js';

/** Every release of an exported RSS or Atom file, in its order. */
export async function readFeedFile(path: string, timeZone: string): Promise<Found[]> {
  const file = basename(path);
  const xml = decoded(await readFile(path));
  if (xml === undefined)
    return [
      { flaws: [{ file, line: 1, text: 'The file is not in the encoding that it names.' }], notes: [] },
    ];
  const { items, language, flaws } = feedItems(file, xml);
  if (items.length === 0 && flaws.length === 0)
    flaws.push({ file, line: 1, text: 'It has no items: give an RSS or Atom file.' });
  return [
    ...(flaws.length > 0 ? [{ flaws, notes: [] }] : []),
    ...items.map(({ element, flaws: broken }) => releaseOf(file, element, broken, language, timeZone)),
  ];
}

/** In the encoding that the XML declares; old feeds of these parts are often in windows-1250 or 1251. */
function decoded(bytes: Buffer): string | undefined {
  const declared = /^[^>]{0,200}?encoding=["']([\w-]+)["']/.exec(bytes.toString('latin1', 0, 300))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function releaseOf(
  file: string,
  item: Element,
  broken: Remark[],
  language: string | undefined,
  timeZone: string,
): Found {
  const flaws = [...broken];
  const notes: Remark[] = [];
  const here = { file, line: item.line };
  if (broken.length > 0) return { flaws, notes };
  const first = (...names: string[]) =>
    names.map((name) => childOf(item, name)).find((element) => element !== undefined);

  const spoken = item.attributes['xml:lang'] ?? language ?? '';
  if (/^en\b/i.test(spoken))
    flaws.push({ ...here, text: 'It is in English: a release is in Serbian first.' });
  const link = linkOf(item);
  const key = textIn(first('guid', 'id')) || link;
  if (key === '')
    flaws.push({
      ...here,
      text: 'It has no guid, id or link, by which it would be known when imported again.',
    });
  const date = first('pubdate', 'published', 'dc:date', 'updated');
  const publishedAt = date && sourceDate(textOf(date), timeZone);
  if (date === undefined) flaws.push({ ...here, text: 'It has no date.' });
  else if (publishedAt === undefined)
    flaws.push({ file, line: date.line, text: `"${textOf(date)}" is not a date.` });

  const content = first('content:encoded', 'content');
  const summary = first('description', 'summary');
  const body = htmlToMarkdown(htmlOf(content ?? summary));
  if (/<(img|figure|video|audio|iframe)\b/i.test(htmlOf(content ?? summary)))
    notes.push({
      ...here,
      text: 'Pictures and films within the text are left out: an export holds no files.',
    });
  if (flaws.length > 0 || publishedAt === undefined) return { flaws, notes };
  return {
    flaws,
    notes,
    release: {
      ...{ ...here, key: `feed:${key}`, publishedAt, pictures: [] },
      section: sectionsIn(item)
        .map(sectionOf)
        .find((code) => code !== undefined),
      calledBefore: nameIn(link),
      sr: {
        title: htmlToText(htmlOf(first('title'))),
        lead: content === undefined ? '' : htmlToText(htmlOf(summary)),
        body,
      },
    },
  };
}

const childOf = (item: Element, name: string): Element | undefined =>
  item.children.find((child): child is Element => typeof child !== 'string' && child.name === name);

const childrenOf = (item: Element, name: string): Element[] =>
  item.children.filter((child): child is Element => typeof child !== 'string' && child.name === name);

const textIn = (element: Element | undefined): string => (element === undefined ? '' : textOf(element));

/** RSS holds HTML as text; Atom says which it is, and may hold it as elements. */
function htmlOf(element: Element | undefined): string {
  if (element === undefined) return '';
  if (element.attributes.type === 'xhtml') return markupOf(element);
  const text = textOf(element);
  return element.attributes.type === 'text' ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}

function linkOf(item: Element): string {
  const links = childrenOf(item, 'link');
  const page = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');
  return page === undefined ? '' : (page.attributes.href ?? textOf(page));
}

const sectionsIn = (item: Element) =>
  childrenOf(item, 'category').map((category) => category.attributes.term ?? textOf(category));

/** What the page was called in its address. */
function nameIn(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  return new URL(link).pathname
    .replace(/\/$/, '')
    .split('/')
    .at(-1)
    ?.replace(/\.[a-z]+$/i, '');
}
