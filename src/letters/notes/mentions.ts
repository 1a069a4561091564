import { searchKey } from '../../script/search-key.js';

/**
 * Whom a note mentions: `@` and a name as it is written in either script. Of two names that begin alike
 * ("Ana Ilić", "Ana Ilić Perić") the longer one is meant where it stands.
 */
export function mentionedIn<T extends { name: string }>(text: string, people: readonly T[]): T[] {
  let rest = searchKey(text);
  const found: T[] = [];
  const keyed = people.map((person) => ({ person, key: `@${searchKey(person.name)}` }));
  for (const { person, key } of keyed.sort((one, other) => other.key.length - one.key.length)) {
    const parts = rest.split(key);
    if (parts.length === 1) continue;
    const isWhole = parts.slice(1).some((after) => !/^[\p{L}\p{N}]/u.test(after));
    if (!isWhole) continue;
    found.push(person);
    rest = parts.join(' ');
  }
  return found;
}

/** Somebody is mentioned who may not see the letter. */
export class MentionRefused extends Error {
  constructor(readonly names: string[]) {
    super('A note mentions somebody who may not see the letter.');
    this.name = 'MentionRefused';
  }
}
