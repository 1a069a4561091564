import fc from 'fast-check';
import { asAttachment } from '../../src/web/content-disposition.js';

test('a name in any script arrives whole, with a plain one for old programs', () => {
  expect(asAttachment('Izveštaj.pdf')).toBe(
    `attachment; filename="Izves_taj.pdf"; filename*=UTF-8''Izve%C5%A1taj.pdf`,
  );
});

test('no name can leave the header or its quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const header = asAttachment(name);
      expect(header).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%!~.*_-]*$/);
      expect(decodeURIComponent(header.split("''")[1]!)).toBe(name.toWellFormed());
    }),
  );
});
