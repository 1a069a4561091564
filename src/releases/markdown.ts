import MarkdownIt, { type Token } from 'markdown-it';
import { toLatin } from '../script/transliterate.js';

/** Where a link of a release may lead: a page of the site, another site, an address, a telephone. */
const SAFE_LINK = /^(https?:\/\/[^/\s]|mailto:|tel:|\/(?![/\\])|#)/i;

export interface MarkdownOptions {
  /** Writes the words in Latin; addresses and code stay as they are. */
  latin?: boolean;
  /** The site's own origin: links elsewhere are marked as leading outside. */
  origin: string;
  /** Writes links within the site in full, for readers that show the text elsewhere. */
  absolute?: boolean;
}

/**
 * A release's body as HTML. Raw HTML is shown as text, pictures are only those of the release (so `![]()` is
 * not one), headings stand below the page's `h1`, and links go only to {@link SAFE_LINK}.
 */
export function markdownToHtml(source: string, options: MarkdownOptions): string {
  return markdown.render(source, { ...options });
}

/** The parts of a body in order, for whatever draws them otherwise than as HTML. */
export const markdownTokens = (source: string): Token[] => markdown.parse(source, { origin: '' });

/** A release's body as plain words, one line a paragraph: for the search index and for excerpts. */
export function markdownToText(source: string): string {
  return markdown
    .parse(source, { origin: '' })
    .filter((token) => token.type === 'inline' || token.type === 'fence' || token.type === 'code_block')
    .map((token) => (token.children === null ? token.content : token.children.map(wordsOf).join('')).trim())
    .filter((line) => line !== '')
    .join('\n');
}

const wordsOf = (token: Token) =>
  token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.nesting === 0 ? token.content : '';

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');
markdown.validateLink = (url) => SAFE_LINK.test(url.trim()) && !hasControls(url);

// Browsers drop tabs and line ends inside an address, so `java\tscript:` must not pass as a relative one.
const hasControls = (url: string) => /[\u0000-\u001f\u007f]/.test(url);

markdown.core.ruler.push('release', ({ tokens, env }) => {
  const { latin = false, absolute = false, origin } = env as unknown as MarkdownOptions;
  lowerHeadings(tokens);
  for (const link of tokens.flatMap(({ children }) => children ?? [])) {
    if (latin && link.type === 'text') link.content = toLatin(link.content);
    if (link.type !== 'link_open') continue;
    const href = String(link.attrGet('href') ?? '');
    const title = link.attrGet('title');
    if (latin && title !== null) link.attrSet('title', toLatin(String(title)));
    if (/^https?:/i.test(href) && !isWithin(href, origin)) link.attrSet('rel', 'nofollow noopener');
    if (absolute && href.startsWith('/')) link.attrSet('href', origin + href);
  }
});

/** The title is the page's only `h1`. Whichever level a body begins its count with, its highest is `h2`. */
function lowerHeadings(tokens: Token[]): void {
  const headings = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const levelOf = ({ tag }: Token) => Number(tag.slice(1));
  const highest = Math.min(...headings.map(levelOf));
  for (const heading of headings) heading.tag = `h${Math.min(levelOf(heading) - highest + 2, 6)}`;
}

const isWithin = (href: string, origin: string) => URL.canParse(href) && new URL(href).origin === origin;
