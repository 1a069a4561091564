import fc from 'fast-check';
import {
  type InboxView,
  inboxLink,
  LONGEST_SEARCH,
  queryOf,
  readView,
} from '../../../src/inbox/list/inbox.view.js';

const known = {
  states: ['received', 'closed'],
  channels: ['web', 'post'],
  categories: ['health'],
  marks: ['minor'],
  units: ['social'],
};
const read = (query: string) => readView(Object.fromEntries(new URLSearchParams(query)), known);

test('what a link says is what it is made of, for every view', () => {
  const id = '0198f2d0-0000-7000-8000-000000000001';
  const view = fc.record<InboxView>(
    {
      state: fc.constantFrom('received', 'closed', 'all'),
      channel: fc.constantFrom('web', 'post'),
      category: fc.constant('health'),
      unit: fc.constant('social'),
      assigned: fc.constantFrom('me', 'none', id),
      urgent: fc.constant(true),
      due: fc.constant('overdue'),
      release: fc.constant('novi-most'),
      q: fc
        .string({ minLength: 1, maxLength: 40 })
        .map((text) => text.trim())
        .filter(Boolean),
      sort: fc.constantFrom('received', 'due'),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(view, (sent) =>
      expect(read(queryOf(sent).slice(1))).toEqual({ view: sent, cursor: {}, ignored: [] }),
    ),
  );
});

test('an unknown value is left out and named, the rest of the view stands', () => {
  expect(read('state=lost&channel=web&unit=%27;DROP&assigned=she&due=x&sort=up')).toEqual({
    view: { channel: 'web' },
    cursor: {},
    ignored: ['state', 'unit', 'assigned', 'due', 'sort'],
  });
});

test('a parameter given twice is no filter', () => {
  expect(readView({ state: ['received', 'closed'] }, known)).toMatchObject({ view: {}, ignored: ['state'] });
});

test('a search of any length is cut, never refused', () => {
  expect(read(`q=${'ж'.repeat(10_000)}`).view.q).toHaveLength(LONGEST_SEARCH);
});

test('empty fields of the filter form are no filters', () => {
  expect(read('state=&channel=&q=+&release=')).toEqual({ view: {}, cursor: {}, ignored: [] });
  expect(inboxLink({})).toBe('/inbox');
});
