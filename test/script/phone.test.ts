import fc from 'fast-check';
import { readPhone } from '../../src/script/phone.js';

describe('telephone numbers', () => {
  it.each([
    ['011/304-30-66', '+381113043066'],
    ['011 3043066', '+381113043066'],
    ['00381 11 304 30 66', '+381113043066'],
    ['+381 (0)11 304-30-66', '+381113043066'],
    ['(011) 304 30 66', '+381113043066'],
    ['+381 64 1234567', '+381641234567'],
    ['064/123-45-67', '+381641234567'],
    ['064.123.4567', '+381641234567'],
    ['тел. 064 123 4567', '+381641234567'],
    ['381641234567', '+381641234567'],
    ['+49 30 901820', '+4930901820'],
    ['0043 1 531150', '+431531150'],
  ])('%s is dialled %s', (written, e164) => {
    expect(readPhone(` ${written} `)).toEqual({ raw: written, e164, doubtful: false });
  });

  it('takes a number without a country’s code as one of the given country', () => {
    expect(readPhone('030 901820', 'DE')?.e164).toBe('+4930901820');
    expect(readPhone('011 3043066', 'XX')?.e164).toBe('+381113043066');
  });

  it.each([
    '304-30-66',
    '0000000',
    '064 12345',
    '064/123-45-67 или 011/304-30-66',
    '+999 123 456 789',
    '12345',
  ])('keeps %s with a doubt, and does not pretend to know how it is dialled', (written) =>
    expect(readPhone(written)).toEqual({ raw: written, e164: null, doubtful: true }),
  );

  it.each(['', '   ', 'nemam telefon', '-', '1234', '+', 'позовите сина'])(
    'has nothing to call in "%s"',
    (written) => {
      expect(readPhone(written)).toBeUndefined();
    },
  );

  it('never fails, and gives only strict E.164', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-/(). тelx;=') }), (written) => {
        expect(readPhone(written)?.e164 ?? '+381113043066').toMatch(/^\+[1-9]\d{5,14}$/);
      }),
      { numRuns: 500 },
    );
  });
});
