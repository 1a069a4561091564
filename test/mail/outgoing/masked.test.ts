import fc from 'fast-check';
import { masked } from '../../../src/mail/outgoing/masked.js';

describe('masked', () => {
  it.each([
    ['ana@example.org', 'a…@example.org'],
    [
      '550 5.1.1 <ana.jovic@example.org>: unknown, try (ben@b.rs)',
      '550 5.1.1 <a…@example.org>: unknown, try (b…@b.rs)',
    ],
    ['жика@пример.срб', 'ж…@пример.срб'],
    ['no address', 'no address'],
  ])('%s → %s', (text, shown) => expect(masked(text)).toBe(shown));

  it('leaves no local part of two characters or more', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const local = address.slice(0, address.lastIndexOf('@'));
        fc.pre(local.length > 1 && /^[\w.]+$/.test(local));
        expect(masked(`550 <${address}> unknown`)).not.toContain(`${local}@`);
      }),
    );
  });
});
