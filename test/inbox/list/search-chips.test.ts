import { readOfficeProfile } from '../../../src/config/office-profile.js';
import { searchChips } from '../../../src/inbox/list/search-chips.js';
import type { Ui } from '../../../src/inbox/ui.js';
import type { Language } from '../../../src/script/texts.js';

const chips = (query: string, language: Language = 'sr-Cyrl') =>
  searchChips({ language, profile: readOfficeProfile() } as Ui, query);

test('every part of a search is told in the office’s words', () => {
  const query =
    'Ђорђевић "лист чекања" -честитка category:pensions -стање:in_work before:2026-04-01 канал:post општина:"Нови Сад" state:open';
  expect(chips(query).map(({ words }) => words)).toEqual([
    'Ђорђевић',
    '„лист чекања“',
    'без: честитка',
    'категорија: Пензије',
    'без: стање: У раду',
    'пре 01.04.2026.',
    'канал: поштом',
    'место: Нови Сад',
    'стање: open',
  ]);
});

test('each chip leads to the search without it, as it was typed', () => {
  expect(chips('мост -"у пољу" from:Ана', 'en')).toEqual([
    { words: 'мост', without: '-"у пољу" from:Ана' },
    { words: 'without: „у пољу“', without: 'мост from:Ана' },
    { words: 'from: Ана', without: 'мост -"у пољу"' },
  ]);
  expect(chips('мост')).toEqual([{ words: 'мост', without: '' }]);
});
