import { createRequire } from 'node:module';

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  elements: XmlElement[];
  /** Character data and CDATA of the element itself. */
  text: string;
}

interface RawNode {
  type: string;
  name?: string;
  attributes?: Record<string, string>;
  elements?: RawNode[];
  text?: string;
  cdata?: string;
}

// The parser that `feed` itself depends on; it is strict, so what is not well-formed throws.
const ours = createRequire(import.meta.url);
const { xml2js } = createRequire(ours.resolve('feed'))('xml-js') as { xml2js(xml: string): RawNode };

/** The root element of a document; throws when it is not well-formed XML. */
export function parseXml(xml: string): XmlElement {
  const root = xml2js(xml).elements?.find(({ type }) => type === 'element');
  if (root === undefined) throw new Error('No root element.');
  return elementOf(root);
}

function elementOf({ name = '', attributes = {}, elements = [] }: RawNode): XmlElement {
  return {
    name,
    attributes,
    elements: elements.filter(({ type }) => type === 'element').map(elementOf),
    text: elements.map(({ text, cdata }) => text ?? cdata ?? '').join(''),
  };
}

/** Children of an element by name. */
export const all = (element: XmlElement, name: string) =>
  element.elements.filter((child) => child.name === name);

/** The only child of that name; throws when there is none or are several. */
export function one(element: XmlElement, name: string): XmlElement {
  const found = all(element, name);
  if (found.length !== 1) throw new Error(`${element.name} has ${found.length} <${name}>.`);
  return found[0]!;
}
