import type { NamedRelease } from '../../releases/named-releases.queries.js';
import type { Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';

/** An address of a release's page in any of its versions; what follows the slug is no part of it. */
const ADDRESS = /\/releases\/([a-z](?:-?[a-z0-9])*)/g;

/** Slugs that a text's links name, each once; whether there are such releases is not known here. */
export const citedIn = (markdown: string): string[] => [
  ...new Set([...markdown.matchAll(ADDRESS)].map(([, slug]) => slug!)),
];

/** A release as Markdown that cites it: its title, leading to its page. */
export const citation = (
  { slug, title }: Pick<NamedRelease, 'slug' | 'title'>,
  language: Language,
  publicUrl: string,
) => `[${title.replace(/[[\]\\]/g, '\\$&')}](${publicUrl}${paths.release(language, slug)})`;
