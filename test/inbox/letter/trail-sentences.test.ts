import { readOfficeProfile } from '../../../src/config/office-profile.js';
import { trailSentences } from '../../../src/inbox/letter/trail-sentences.js';
import type { LetterEvent, LetterEventKind } from '../../../src/letters/letter.view.js';
import type { SignedIn } from '../../../src/staff/account.js';

const profile = readOfficeProfile();
const ui = (language: SignedIn['language']) => ({
  language,
  profile,
  account: {} as SignedIn,
  now: new Date(),
});
const letter = { channel: 'post' as const, registerNumber: null };
const names = new Map([['a', 'Јована Ристић']]);
const event = (kind: LetterEventKind, different: Partial<LetterEvent> = {}): LetterEvent => ({
  id: '1',
  at: new Date(),
  kind,
  mover: 'officer',
  accountId: 'a',
  fromState: null,
  toState: null,
  reason: null,
  details: {},
  ...different,
});

test('every kind of event is a sentence in every language, with no hole in it', () => {
  const kinds: LetterEventKind[] = [
    'received',
    'delivered',
    'read',
    'triage',
    'assignment',
    'handing-back',
    'closure',
    'spam',
    'reopening',
    'withdrawal',
    'supplement',
    'details',
    'link',
    'move',
  ];
  const details = { category: 'health', unit: 'social', urgency: 'normal', assignedTo: 'b' };
  for (const language of ['sr-Cyrl', 'sr-Latn', 'en'] as const)
    for (const [index, { sentence }] of trailSentences(
      ui(language),
      letter,
      kinds.map((kind) => event(kind, { details, toState: 'received', reason: 'x' })),
      names,
    ).entries()) {
      expect([kinds[index], sentence]).toEqual([kinds[index], expect.stringMatching(/^\p{Lu}.{10,}[.x]$/u)]);
      expect(sentence).not.toMatch(/[{}]|undefined|null/);
    }
});

test('an account that is gone is still a subject', () => {
  const [entry] = trailSentences(ui('en'), letter, [event('read', { accountId: 'gone' })], names);
  expect(entry!.sentence).toBe('A removed account reads the letter.');
});

test('readings in a row are one sentence, at the time of the last; others part them', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 9, minute));
  const read = (minute: number, accountId = 'a') => event('read', { at: at(minute), accountId });
  const entries = trailSentences(
    ui('en'),
    letter,
    [read(1), read(2), read(3, 'b'), read(4), event('closure', { at: at(5), reason: 'done' }), read(6)],
    names,
  );
  expect(entries.map(({ at }) => at.getUTCMinutes())).toEqual([2, 3, 4, 5, 6]);
});
