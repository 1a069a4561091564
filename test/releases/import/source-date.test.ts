import { sourceDate } from '../../../src/releases/import/source-date.js';

test.each([
  ['Fri, 03 May 2024 14:30:00 +0200', '2024-05-03T12:30:00.000Z'],
  ['3 May 2024 14:30 GMT', '2024-05-03T14:30:00.000Z'],
  ['2024-05-03T14:30:00+02:00', '2024-05-03T12:30:00.000Z'],
  ['2024-05-03 14:30:00 +0200', '2024-05-03T12:30:00.000Z'],
  // Without a zone the office's clock is meant, in summer and in winter; without a time, noon.
  ['2024-05-03 14:30', '2024-05-03T12:30:00.000Z'],
  ['2024-12-03T14:30', '2024-12-03T13:30:00.000Z'],
  ['2024-05-03', '2024-05-03T10:00:00.000Z'],
  ['03.02.2021. - 14:31', '2021-02-03T13:31:00.000Z'],
  ['3. 2. 2021.', '2021-02-03T11:00:00.000Z'],
  ['2024-10-27 04:00', '2024-10-27T03:00:00.000Z'],
])('%s', (text, expected) => {
  expect(sourceDate(text, 'Europe/Belgrade')?.toISOString()).toBe(expected);
});

test.each(['', 'yesterday', '2024', '2023-02-29', '31.02.2021.', '2024-05-03 25:00', '1', '2024-13-01'])(
  '"%s" is no date',
  (text) => {
    expect(sourceDate(text, 'Europe/Belgrade')).toBeUndefined();
  },
);
