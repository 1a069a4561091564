import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { CUTS, FEATURES } from './font-cuts.mjs';

/**
 * Cuts the fonts (or takes yesterday's cuts from the cache) and returns the `@font-face` rules of each
 * stylesheet. Source Sans and Source Serif are under the SIL Open Font License; its text is served beside them.
 */
export async function buildFonts(root, folder) {
  const cache = join(root, 'node_modules/.cache/pismo/fonts');
  mkdirSync(cache, { recursive: true });
  const rules = { public: [], office: [] };
  for (const cut of CUTS) {
    const address = folder.add(cut.name, await cutFont(root, cache, cut));
    for (const sheet of cut.for) rules[sheet].push(fontFace(cut, address));
  }
  folder.add(
    'fonts-licence.txt',
    readFileSync(join(root, 'node_modules/@fontsource-variable/source-serif-4/LICENSE')),
  );
  return { public: rules.public.join('\n'), office: rules.office.join('\n') };
}

async function cutFont(root, cache, cut) {
  const original = readFileSync(join(root, 'node_modules', cut.source));
  const options = {
    targetFormat: 'woff2',
    keepFeatures: FEATURES,
    noHinting: true,
    variationAxes: { wght: cut.axis },
  };
  const key = createHash('sha256')
    .update(original)
    .update(JSON.stringify([cut.text, options]))
    .digest('hex');
  const file = join(cache, `${key.slice(0, 24)}.woff2`);
  if (!existsSync(file)) writeFileSync(file, await subsetFont(original, cut.text, options));
  return readFileSync(file);
}

function fontFace(cut, address) {
  const weight = typeof cut.axis === 'number' ? cut.axis : `${cut.axis.min} ${cut.axis.max}`;
  return `@font-face{font-family:"${cut.family}";font-style:${cut.style};font-weight:${weight};font-display:swap;src:url("${address}") format("woff2");unicode-range:${unicodeRange(cut.text)}}`;
}

/** Characters as CSS ranges: "U+20-7E,U+A0". */
export function unicodeRange(text) {
  const points = [...new Set([...text].map((char) => char.codePointAt(0)))].sort((a, b) => a - b);
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && point === last[1] + 1) last[1] = point;
    else ranges.push([point, point]);
  }
  const hex = (point) => point.toString(16).toUpperCase();
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(',');
}
