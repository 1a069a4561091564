import { Feed, type FeedOptions, type Item } from 'feed';
import { v5 as uuidv5 } from 'uuid';
import { dateline } from '../../calendar/dates.js';
import { textIn, type Language } from '../../script/texts.js';
import { paths } from '../../web/paths.js';
import { markdownToHtml } from '../markdown.js';
import { releaseTexts } from '../pages/release.texts.js';
import { picturePath } from '../picture-address.js';
import type { ReleaseDetail } from '../release-in-language.js';
import { SECTIONS } from '../sections.js';

export type FeedFormat = 'atom' | 'rss' | 'json';

export const FEED_TYPES: Record<FeedFormat, string> = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
};

export interface FeedOf {
  language: Language;
  origin: string;
  timeZone: string;
  /** Of the feed, for example "Саопштења – Председник Републике Србије". */
  title: string;
  description: string;
  /** Who publishes. */
  publisher: string;
  /** Newest first. */
  releases: ReleaseDetail[];
}

/** The newest releases as Atom, RSS or JSON Feed. `feed` makes them; what it leaves out of the standards is added here. */
export function feedDocument(format: FeedFormat, of: FeedOf): string {
  const { language, origin, title, description, publisher, releases } = of;
  const address = `${origin}${paths.feed(language, format)}`;
  const options: FeedOptions = {
    id: address,
    title,
    description,
    link: `${origin}${paths.releases(language)}`,
    feed: address,
    feedLinks: { [format]: address },
    language,
    generator: 'Pismo',
    author: { name: publisher, link: `${origin}${paths.home(language)}` },
    // Without releases the feed has never been updated; the clock would give another document at every call.
    updated: new Date(Math.max(0, ...releases.map(({ updatedAt }) => updatedAt.getTime()))),
  };
  const feed = new Feed(options);
  for (const release of releases) feed.addItem(itemOf(format, of, release));
  return finish[format](feed, language);
}

function itemOf(format: FeedFormat, of: FeedOf, release: ReleaseDetail): Item {
  const { language, origin } = of;
  const { title, lead, body, slug, section, pictures } = release;
  const picture = pictures[0];
  const html =
    correctionsHtml(of, release) +
    markdownToHtml(body, { latin: language === 'sr-Latn', origin, absolute: true });
  const asText = plainText[format];
  return {
    id: entryId(release),
    title: asText(title),
    link: `${origin}${paths.release(language, slug)}`,
    description: lead === '' ? undefined : asText(lead),
    content: html,
    date: release.updatedAt,
    published: release.publishedAt,
    category: section === null ? undefined : [{ name: textIn(language, SECTIONS[section]), term: section }],
    image: picture && {
      url: `${origin}${picturePath(picture)}`,
      type: picture.mediaType,
      length: picture.size,
    },
  };
}

/** Dated notes of what was put right, before the words: followers may have read the old ones. */
const correctionsHtml = ({ language, timeZone }: FeedOf, { corrections }: ReleaseDetail) =>
  corrections
    .toReversed()
    .map(
      ({ at, note }) =>
        `<p><strong>${releaseTexts[language].correction}, ${dateline(at, timeZone)}</strong> ${escaped(note)}</p>\n`,
    )
    .join('');

/** The same for ever, and another for each version: followers of two feeds get both. */
const entryId = ({ id, textLanguage }: ReleaseDetail) => `urn:uuid:${uuidv5(textLanguage, id)}`;

const ESCAPES: Record<string, string> = { '&': '&#x26;', '<': '&#x3C;', '>': '&#x3E;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => ESCAPES[character]!);

/** Atom's and RSS's titles are read as HTML; these escapes are the ones that every reader understands. */
const plainText: Record<FeedFormat, (text: string) => string> = {
  atom: escaped,
  rss: escaped,
  json: (text) => text,
};

const finish: Record<FeedFormat, (feed: Feed, language: Language) => string> = {
  atom: (feed, language) => feed.atom1().replace('<feed ', `<feed xml:lang="${language}" `),
  rss: (feed) => feed.rss2(),
  json: (feed, language) => {
    // JSON Feed 1.1 has the language, and a list of authors in place of one.
    const { version: _, author, items, ...rest } = JSON.parse(feed.json1()) as Record<string, unknown>;
    return JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      ...rest,
      language,
      authors: [author],
      items,
    });
  },
};
