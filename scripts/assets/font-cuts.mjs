// Which glyphs of which font are served. Fontsource splits a family by script, so a Cyrillic page needs a
// Cyrillic and a Latin file (digits, spaces and marks are in the latter); each is cut to what Serbian uses, and
// the rest of Europe's letters wait in files of their own that a browser fetches only for a name that has them.
const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const ACCENTS = '\u0300\u0301\u0302\u0304\u0306\u030c\u030f\u0311';
const SERBIAN = `АБВГДЂЕЖЗИЈКЛЉМНЊОПРСТЋУФХЦЧЏШабвгдђежзијклљмнњопрстћуфхцчџш${ACCENTS}`;
const BASIC = `${range(0x20, 0x7e)}\u00a0\u00ad§©«°·»×‑–—‘’‚“”„…•€−№`;
const SERBIAN_LATIN = 'ĆČĐŠŽćčđšž';

const without = (text, other) => [...text].filter((char) => !other.includes(char)).join('');

const LETTERS = {
  cyrillic: { file: 'cyrillic', text: SERBIAN },
  latin: { file: 'latin', text: BASIC },
  'serbian-latin': { file: 'latin-ext', text: SERBIAN_LATIN },
  'more-latin': { file: 'latin', text: without(`${range(0xa1, 0xff)}ıŒœ`, BASIC) },
  'extended-latin': {
    file: 'latin-ext',
    text: without(`${range(0x100, 0x17f)}ȘșȚțẞ`, `${SERBIAN_LATIN}ıŒœ`),
  },
  'more-cyrillic': { file: 'cyrillic', text: without(`${range(0x400, 0x45f)}Ґґ`, SERBIAN) },
};

const ALL = Object.keys(LETTERS);
const PROSE = ['cyrillic', 'latin', 'serbian-latin'];

/** Which face of a family, how heavy, and in which letters. `wght` is one weight or a range of the axis. */
const FACES = [
  {
    name: 'sans',
    family: 'Source Sans 3',
    package: 'source-sans-3',
    style: 'normal',
    wght: [400, 700],
    letters: ALL,
    for: ['public', 'office'],
  },
  {
    name: 'serif',
    family: 'Source Serif 4',
    package: 'source-serif-4',
    style: 'normal',
    wght: 600,
    letters: ALL,
    for: ['public'],
  },
  {
    name: 'serif-italic',
    family: 'Source Serif 4',
    package: 'source-serif-4',
    style: 'italic',
    wght: 400,
    letters: PROSE,
    for: ['public', 'office'],
  },
  {
    name: 'serif-text',
    family: 'Source Serif 4',
    package: 'source-serif-4',
    style: 'normal',
    wght: [400, 700],
    letters: ALL,
    for: ['office'],
  },
];

/** Every file to cut. `locl` carries the Serbian forms (б; in italics г, д, п, т); the rest is what the theme asks for. */
export const FEATURES = ['kern', 'liga', 'locl', 'ccmp', 'mark', 'mkmk', 'lnum', 'pnum', 'tnum'];

export const CUTS = FACES.flatMap((face) =>
  face.letters.map((letters) => ({
    ...face,
    name: `${face.name}-${letters}.woff2`,
    source: `@fontsource-variable/${face.package}/files/${face.package}-${LETTERS[letters].file}-wght-${face.style}.woff2`,
    text: LETTERS[letters].text,
    axis: Array.isArray(face.wght) ? { min: face.wght[0], max: face.wght[1] } : face.wght,
  })),
);
