import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { ContentPicture, ReleaseContent } from './content.js';
import { trimmed } from '../../web/trimmed.js';

/** Longest parts, in characters, as everywhere that releases come from. */
export const LIMITS = {
  title: 300,
  lead: 1_000,
  body: 100_000,
  note: 500,
  credit: 300,
  alt: 1_000,
  slug: 100,
};

const unknown = { context: { code: 'unknownField' } };
const text = (limit: number) => (target: object, field: string) => {
  IsString(unknown)(target, field);
  MaxLength(limit, { context: { code: 'tooLong', limit } })(target, field);
};

/** Controls that XML and feeds cannot carry go; line ends become those of Markdown. */
const tidy = (value: string) =>
  value
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
const inOneLine = (value: string) => tidy(value).replace(/\s+/g, ' ').trim();

const Line = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? inOneLine(value) : value));
const Block = () =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? tidy(value) : value));

/** The writer's form. Emptiness is no error while it is a draft; what is too long is. */
export class ContentDto {
  @Matches(/^\d{1,9}$/, unknown)
  version: string;

  @Line()
  @text(LIMITS.title)
  titleSr: string;

  @Line()
  @text(LIMITS.lead)
  leadSr: string;

  @Block()
  @text(LIMITS.body)
  bodySr: string;

  @Line()
  @text(LIMITS.title)
  titleEn: string;

  @Line()
  @text(LIMITS.lead)
  leadEn: string;

  @Block()
  @text(LIMITS.body)
  bodyEn: string;

  @trimmed()
  @Matches(/^[a-z]{0,30}$/, unknown)
  section: string;

  @Line()
  @text(50)
  planned: string;

  @Line()
  @text(LIMITS.slug)
  slug: string;

  @IsOptional()
  @Line()
  @text(LIMITS.note)
  noteSr?: string;

  @IsOptional()
  @Line()
  @text(LIMITS.note)
  noteEn?: string;

  /** What the pressed button asks for beside saving: a number is the place of a file. */
  @IsOptional()
  @Matches(/^(save|submit|(remove|raise)-picture-\d{1,2}|remove-attachment-\d{1,2})$/, unknown)
  do?: string;
}

const PICTURE_FIELD = /^(altSr|altEn|creditSr|creditEn)-(\d{1,2})$/;

/** The fields about pictures, which come once for each, apart from those that come once. */
export function splitFields(body: unknown): {
  fields: Record<string, unknown>;
  ofPictures: Record<string, string>;
} {
  // A form that is sent without its files names them as texts.
  const all = Object.entries((body ?? {}) as Record<string, unknown>).filter(
    ([name]) => name !== 'pictures' && name !== 'attachments',
  );
  const isOfPicture = ([name, value]: [string, unknown]) =>
    PICTURE_FIELD.test(name) && typeof value === 'string';
  return {
    fields: Object.fromEntries(all.filter((entry) => !isOfPicture(entry))),
    ofPictures: Object.fromEntries(all.filter(isOfPicture)) as Record<string, string>,
  };
}

/** The content that the form describes; files are those of the version that it was shown with. */
export function contentFrom(
  form: ContentDto,
  ofPictures: Record<string, string>,
  shown: ReleaseContent,
): ReleaseContent {
  const words = (field: 'altSr' | 'altEn' | 'creditSr' | 'creditEn', index: number, was: string) =>
    inOneLine(ofPictures[`${field}-${index + 1}`] ?? was).slice(
      0,
      field.startsWith('alt') ? LIMITS.alt : LIMITS.credit,
    );
  const pictures = shown.pictures.map((picture, index) => ({
    ...picture,
    altSr: words('altSr', index, picture.altSr),
    altEn: words('altEn', index, picture.altEn),
    creditSr: words('creditSr', index, picture.creditSr),
    creditEn: words('creditEn', index, picture.creditEn),
  }));
  const [, verb, kind, place] = /^(remove|raise)-(picture|attachment)-(\d+)$/.exec(form.do ?? '') ?? [];
  const index = Number(place) - 1;
  return {
    slug: form.slug,
    section: form.section,
    sr: { title: form.titleSr, lead: form.leadSr, body: form.bodySr },
    en: { title: form.titleEn, lead: form.leadEn, body: form.bodyEn },
    pictures: kind === 'picture' ? changed(pictures, verb!, index) : pictures,
    attachments:
      kind === 'attachment' ? shown.attachments.filter((_, at) => at !== index) : shown.attachments,
    planned: form.planned,
    noteSr: form.noteSr ?? '',
    noteEn: form.noteEn ?? '',
  };
}

function changed(pictures: ContentPicture[], verb: string, index: number): ContentPicture[] {
  if (verb === 'remove') return pictures.filter((_, at) => at !== index);
  const [raised] = pictures.slice(index, index + 1);
  if (raised === undefined || index === 0) return pictures;
  return [...pictures.slice(0, index - 1), raised, pictures[index - 1]!, ...pictures.slice(index + 1)];
}
