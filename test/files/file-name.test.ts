import fc from 'fast-check';
import { displayName } from '../../src/files/file-name.js';

test.each([
  ['скен писма.pdf', 'скен писма.pdf'],
  ['C:\\Users\\Pera\\Desktop\\molba.docx', 'molba.docx'],
  ['../../etc/passwd', 'passwd'],
  ['evil\u202Efdp.exe', 'evilfdp.exe'],
  ['a\r\nContent-Type: text/html.txt', 'html.txt'],
  ['', 'prilog'],
  [undefined, 'prilog'],
  ['..', 'prilog'],
  ['"quoted".pdf', '_quoted_.pdf'],
])('%j is shown as %j', (sent, shown) => expect(displayName(sent)).toBe(shown));

test('a long name keeps its extension', () => {
  const shown = displayName(`${'љ'.repeat(300)}.pdf`);
  expect([...shown]).toHaveLength(120);
  expect(shown.endsWith('.pdf')).toBe(true);
});

test('no name holds a folder, a control character or more than 120 characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (sent) => {
      const shown = displayName(sent);
      expect(shown).not.toMatch(/[/\\\p{Cc}]/u);
      expect([...shown].length).toBeGreaterThan(0);
      expect([...shown].length).toBeLessThanOrEqual(120);
    }),
  );
});
