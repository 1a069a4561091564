import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/** Latin with its extensions, Cyrillic, punctuation, currency: what a letter on paper is written in. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x218, 0x21b],
  [0x400, 0x45f],
  [0x490, 0x491],
  [0x2010, 0x2027],
  [0x2030, 0x2030],
  [0x2039, 0x203a],
  [0x20ac, 0x20ac],
  [0x2116, 0x2116],
  [0x2212, 0x2212],
];
const TEXT = RANGES.map(([from, to]) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index)),
).join('');

const FACES = {
  regular: '400Regular/SourceSerif4_400Regular.ttf',
  italic: '400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  bold: '700Bold/SourceSerif4_700Bold.ttf',
};

/** Cuts the fonts that are embedded in printed letters, or takes yesterday's cuts from the cache. */
export async function buildPrintFonts(root, target) {
  const cache = join(root, 'node_modules/.cache/pismo/fonts');
  mkdirSync(cache, { recursive: true });
  mkdirSync(target, { recursive: true });
  for (const [face, source] of Object.entries(FACES)) {
    const original = readFileSync(join(root, 'node_modules/@expo-google-fonts/source-serif-4', source));
    const key = createHash('sha256').update(original).update(TEXT).digest('hex').slice(0, 24);
    const file = join(cache, `${key}.ttf`);
    if (!existsSync(file))
      writeFileSync(file, await subsetFont(original, TEXT, { targetFormat: 'truetype' }));
    writeFileSync(join(target, `${face}.ttf`), readFileSync(file));
  }
}
