/**
 * What of a document is not as JSON Feed 1.1 wants it (https://www.jsonfeed.org/version/1.1/), by hand: the schemas for
 * it on npm are years old and of version 1. Nothing for a feed that keeps every rule.
 */
export function jsonFeedFaults(text: string): string[] {
  const faults: string[] = [];
  const feed = JSON.parse(text) as Fields;
  checkFields(feed, FEED, 'feed', faults);
  if (feed.version !== 'https://jsonfeed.org/version/1.1') faults.push('feed.version is not that of 1.1');
  checkAuthors(feed.authors, 'feed', faults);
  for (const hub of listOf(feed.hubs)) checkFields(hub, { type: word, url }, 'hub', faults);
  const ids = new Set<unknown>();
  for (const [index, item] of listOf(feed.items).entries()) {
    const where = `items[${index}]`;
    checkFields(item, ITEM, where, faults);
    if (ids.has(item.id)) faults.push(`${where}.id is not its own`);
    ids.add(item.id);
    if (item.content_html === undefined && item.content_text === undefined)
      faults.push(`${where} has neither content_html nor content_text`);
    if (listOf(item.tags).some((tag) => typeof tag !== 'string')) faults.push(`${where}.tags are not words`);
    checkAuthors(item.authors, where, faults);
    for (const attachment of listOf(item.attachments)) checkFields(attachment, ATTACHMENT, where, faults);
  }
  return faults;
}

type Fields = Record<string, unknown>;
type Rule = (value: unknown) => boolean;

const word: Rule = (value) => typeof value === 'string' && value.trim() !== '';
const url: Rule = (value) => typeof value === 'string' && URL.canParse(value);
const list: Rule = (value) => Array.isArray(value);
const yesOrNo: Rule = (value) => typeof value === 'boolean';
const count: Rule = (value) => typeof value === 'number' && value >= 0;
/** RFC 3339 with its zone. */
const moment: Rule = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value));
/** RFC 5646, as far as its form can be wrong. */
const language: Rule = (value) => typeof value === 'string' && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(value);

const may =
  (rule: Rule): Rule =>
  (value) =>
    value === undefined || rule(value);

const FEED: Record<string, Rule> = {
  ...{ version: url, title: word, items: list },
  ...{ home_page_url: may(url), feed_url: may(url), next_url: may(url), icon: may(url), favicon: may(url) },
  ...{ description: may(word), user_comment: may(word), language: may(language), expired: may(yesOrNo) },
  ...{ authors: may(list), hubs: may(list) },
};

const ITEM: Record<string, Rule> = {
  ...{ id: word, url: may(url), external_url: may(url), image: may(url), banner_image: may(url) },
  ...{ title: may(word), content_html: may(word), content_text: may(word), summary: may(word) },
  ...{ date_published: may(moment), date_modified: may(moment), language: may(language) },
  ...{ tags: may(list), authors: may(list), attachments: may(list) },
};

const ATTACHMENT: Record<string, Rule> = {
  ...{ url, mime_type: (value) => typeof value === 'string' && /^[\w.+-]+\/[\w.+-]+$/.test(value) },
  ...{ title: may(word), size_in_bytes: may(count), duration_in_seconds: may(count) },
};

const AUTHOR: Record<string, Rule> = { name: may(word), url: may(url), avatar: may(url) };

/** Every field is of the standard or begins with `_`, and is what the standard says. */
function checkFields(fields: Fields, rules: Record<string, Rule>, where: string, faults: string[]): void {
  for (const [name, rule] of Object.entries(rules))
    if (!rule(fields[name])) faults.push(`${where}.${name} is ${JSON.stringify(fields[name])}`);
  for (const name of Object.keys(fields))
    if (!(name in rules) && !name.startsWith('_'))
      faults.push(`${where}.${name} is not a field of JSON Feed`);
}

function checkAuthors(authors: unknown, where: string, faults: string[]): void {
  for (const author of listOf(authors)) {
    checkFields(author, AUTHOR, `${where}.authors`, faults);
    if (Object.keys(author).length === 0) faults.push(`${where}.authors has one without anything`);
  }
}

const listOf = (value: unknown) => (Array.isArray(value) ? (value as Fields[]) : []);
