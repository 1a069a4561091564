import { partQuoted } from '../../../src/inbox/letter/quoted-history.js';

test.each([
  ['quotation marks', 'Мој одговор.\n\n> раније\n> још раније', '> раније\n> још раније'],
  [
    'an English attribution',
    'Yes.\n\nOn Fri, 27 Nov 2026 at 10:00, Ana <a@b.rs> wrote:\n> no',
    'On Fri, 27 Nov 2026 at 10:00, Ana <a@b.rs> wrote:\n> no',
  ],
  [
    'a broken attribution',
    'Yes.\n\nOn Fri, 27 Nov 2026 at 10:00, Ana\n<a@b.rs> wrote:\n\n> no',
    'On Fri, 27 Nov 2026 at 10:00, Ana\n<a@b.rs> wrote:\n\n> no',
  ],
  [
    'a Serbian attribution',
    'Да.\n\nпет, 27. нов 2026. у 10:00 Ана <a@b.rs> је написао/ла:\n> не',
    'пет, 27. нов 2026. у 10:00 Ана <a@b.rs> је написао/ла:\n> не',
  ],
  [
    'a divider',
    'Da.\n-----Original Message-----\nFrom: a@b.rs\nbilo šta',
    '-----Original Message-----\nFrom: a@b.rs\nbilo šta',
  ],
  [
    'headers of an office program',
    'Da.\n\nOd: Ana\nPoslato: petak\nZa: pisma\n\nranije',
    'Od: Ana\nPoslato: petak\nZa: pisma\n\nranije',
  ],
])('%s begins history', (_what, text, quoted) => {
  expect(partQuoted(text).quoted).toBe(quoted);
  expect(text.startsWith(partQuoted(text).own)).toBe(true);
});

test.each([
  ['answers between quotations', '> прво питање\nодговор\n> друго питање\nодговор'],
  ['a message that is enclosed on purpose', 'Прослеђујем:\n\n-----\nFrom: Ana\nDate: petak\n\nтекст'],
  ['nothing but a quotation', '> само ово'],
  ['a sentence that ends like an attribution', 'Ево шта је министар написао:\nништа није обећано.'],
  ['a letter', 'From: the heart of the village\n\nDear Sir'],
])('%s stays whole', (_what, text) => {
  expect(partQuoted(text)).toEqual({ own: text, quoted: '' });
});
