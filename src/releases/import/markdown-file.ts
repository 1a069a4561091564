import { basename, dirname, resolve } from 'node:path';
import type { NewReleaseText } from '../new-release.js';
import type { Found, FoundPicture, FoundRelease, Remark } from './found-release.js';
import { type FrontMatter, readFrontMatter } from './front-matter.js';
import { sectionOf } from './section-of.js';
import { sourceDate } from './source-date.js';

/** A file of a folder: its path from there, and what stands in it. */
export interface SourceFile {
  path: string;
  text: string;
}

const FIELDS = ['title', 'lead', 'date', 'slug', 'section', 'pictures'];
const PICTURE_FIELDS = ['file', 'credit', 'alt', 'credit-en', 'alt-en'];

/** A release in Markdown with its English words beside it, as `bridge.md` and `bridge.en.md`. */
export function markdownRelease(
  folder: string,
  source: string,
  serbian: SourceFile,
  english: SourceFile | undefined,
  timeZone: string,
): Found {
  const sr = readPart(serbian);
  const en = english && readPart(english);
  const flaws = [...sr.flaws, ...(en?.flaws ?? [])];
  const notes = [...sr.notes, ...(en?.notes ?? [])];
  if (sr.read === undefined || (en !== undefined && en.read === undefined)) return { flaws, notes };
  const { read, remark } = sr;
  const flaw = (text: string, ...path: (string | number)[]) => flaws.push(remark(text, ...path));

  const date = textOf(read.fields.date);
  const publishedAt = date === '' ? undefined : sourceDate(date, timeZone);
  if (date === '') flaw('The date is missing: give date: 2024-05-03 14:30.');
  else if (publishedAt === undefined) flaw(`"${date}" is not a date: give 2024-05-03 14:30.`, 'date');
  const named = textOf(read.fields.section);
  const section = named === '' ? undefined : sectionOf(named);
  if (named !== '' && section === undefined) flaw(`The section "${named}" is not known.`, 'section');
  const pictures = picturesOf(folder, serbian, sr, en, flaws);
  if (flaws.length > 0 || publishedAt === undefined) return { flaws, notes };

  const release: FoundRelease = {
    ...{ file: serbian.path, line: read.lineOf('title'), key: `${source}:${serbian.path}` },
    ...{ publishedAt, section, pictures },
    slug: textOf(read.fields.slug) || undefined,
    calledBefore: basename(serbian.path, '.md'),
    sr: wordsOf(read),
    en: en?.read && wordsOf(en.read),
  };
  return { release, flaws, notes };
}

interface Part {
  read?: FrontMatter;
  flaws: Remark[];
  notes: Remark[];
  remark(text: string, ...path: (string | number)[]): Remark;
}

function readPart({ path, text }: SourceFile): Part {
  const result = readFrontMatter(text);
  if ('flaws' in result)
    return {
      flaws: result.flaws.map((flaw) => ({ file: path, ...flaw })),
      notes: [],
      remark: (words) => ({ file: path, line: 1, text: words }),
    };
  const { read } = result;
  const remark: Part['remark'] = (words, ...where) => ({
    file: path,
    line: read.lineOf(...where),
    text: words,
  });
  const notes = Object.keys(read.fields)
    .filter((name) => !FIELDS.includes(name))
    .map((name) => remark(`The field "${name}" is not read.`, name));
  return { read, flaws: [], notes, remark };
}

const wordsOf = ({ fields, body }: FrontMatter): NewReleaseText => ({
  title: textOf(fields.title),
  lead: textOf(fields.lead),
  body,
});

/** Credits and alternative texts in English stand in the same list, or in the English file at the same place. */
function picturesOf(
  folder: string,
  file: SourceFile,
  sr: Part,
  en: Part | undefined,
  flaws: Remark[],
): FoundPicture[] {
  const { read, remark } = sr as Part & { read: FrontMatter };
  const listed = read.fields.pictures ?? [];
  if (!Array.isArray(listed)) {
    flaws.push(remark('The pictures are not a list.', 'pictures'));
    return [];
  }
  const inEnglish = en?.read?.fields.pictures;
  return listed.flatMap((entry: unknown, index) => {
    const fields = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
    const other = ((Array.isArray(inEnglish) ? inEnglish[index] : undefined) ?? {}) as Record<
      string,
      unknown
    >;
    const flaw = (text: string) => flaws.push(remark(text, 'pictures', index));
    const path = resolve(folder, dirname(file.path), textOf(fields.file));
    if (textOf(fields.file) === '') flaw('The picture names no file.');
    else if (!path.startsWith(`${resolve(folder)}/`)) flaw('The picture is outside the folder.');
    if (textOf(fields.alt) === '') flaw('The picture needs alt: what it shows, for those who do not see it.');
    const altEn = textOf(fields['alt-en']) || textOf(other.alt);
    if (en !== undefined && altEn === '')
      flaw('The picture needs alt-en, since the release is in English too.');
    for (const name of Object.keys(fields))
      if (!PICTURE_FIELDS.includes(name)) flaw(`A picture has no field "${name}".`);
    const credit = textOf(fields.credit);
    return [
      {
        ...{ file: file.path, line: read.lineOf('pictures', index), path },
        credit: { sr: credit, en: textOf(fields['credit-en']) || textOf(other.credit) || credit },
        // Shown to nobody until the release has English words, which bring their own.
        alt: { sr: textOf(fields.alt), en: altEn || textOf(fields.alt) },
      },
    ];
  });
}

/** YAML takes "2024" for a number and "да" for a text; whatever a person wrote is a text here. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).trim()
    : '';
