import { searchKey } from '../../../../script/search-key.js';

/** Label in the page's script, the key that it is matched by, and its district. */
export type Place = [label: string, key: string, district: string];

const MOST = 8;

const plain = (key: string) => key.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/**
 * Places for what has been typed so far, in either script: first those whose name begins with it, then those
 * with a word that does, then those that contain it.
 */
export function suggestedPlaces(places: readonly Place[], typed: string): Place[] {
  const sought = plain(searchKey(typed));
  if (sought === '') return [];
  const ranked = places.map((place) => ({ place, key: plain(place[1]) }));
  const tests: ((key: string) => boolean)[] = [
    (key) => key.startsWith(sought),
    (key) => key.includes(` ${sought}`),
    (key) => key.includes(sought),
  ];
  return tests
    .flatMap((test, rank) =>
      ranked.filter(({ key }) => tests.findIndex((one) => one(key)) === rank && test(key)),
    )
    .slice(0, MOST)
    .map(({ place }) => place);
}
