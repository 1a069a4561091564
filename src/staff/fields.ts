import { Problem } from '../web/problem.js';

const LONGEST_FIELD = 2000;

/**
 * The named fields of a form, each a text; those in `lists` may come several times. An absent one is empty.
 * Anything else that was sent is refused: these forms are ours, and only a program writes them otherwise.
 */
export function readFields<T extends string, L extends string = never>(
  body: unknown,
  names: readonly T[],
  lists: readonly L[] = [],
): Record<T, string> & Record<L, string[]> {
  const given = new Map(Object.entries(typeof body === 'object' && body !== null ? body : {}));
  given.delete('_csrf');
  const take = (name: string) => {
    const value: unknown = given.get(name);
    given.delete(name);
    return value;
  };
  const fields = [
    ...names.map((name) => [name, asText(take(name) ?? '', name)]),
    ...lists.map((name) => [name, [take(name) ?? []].flat().map((value) => asText(value, name))]),
  ];
  if (given.size > 0) throw bad(`Unknown fields: ${[...given.keys()].join(', ').slice(0, 200)}`);
  return Object.fromEntries(fields) as Record<T, string> & Record<L, string[]>;
}

function asText(value: unknown, name: string): string {
  if (typeof value !== 'string') throw bad(`The field ${name} must be a text.`);
  if (value.length > LONGEST_FIELD) throw bad(`The field ${name} is too long.`);
  return value;
}

const bad = (detail: string) => new Problem({ status: 400, code: 'bad-request', detail });
