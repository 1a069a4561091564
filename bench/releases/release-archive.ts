import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PICTURE_WORDS, type PictureName } from '../../office/demo/story.js';
import { inventedRelease } from '../../src/cli/demo-releases.js';
import { markdownToText } from '../../src/releases/markdown.js';
import type { NewRelease } from '../../src/releases/new-release.js';
import type { MadePicture } from '../../src/releases/picture-maker.service.js';
import { StaffService } from '../../src/staff/staff.service.js';

/** The months over which a release archive is spread, and the one that is full in every archive. */
const FIRST_YEAR = 2020;
const MONTHS = 72;
export const FULL_MONTH = { year: 2025, month: 6 };
const IN_FULL_MONTH = 300;
/** What is in work does not grow with the archive. */
const DRAFTS = 60;
const BATCH = 1_000;

/**
 * Fills an empty database with so many invented releases, set by set, findable, with their pictures' rows. Every month
 * has some and one month is full whatever the number, so that a page shows as much in a small archive as in a large one.
 */
export async function fillWithReleases(app: INestApplicationContext, count: number): Promise<void> {
  const sql = app.get(DataSource);
  for (let start = 0; start < count; start += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - start) }, (_, index) => {
      const { publishedAt: _at, ...release } = inventedRelease(start + index, count, PICTURES);
      return { ...release, publishedAt: momentOf(start + index, count) };
    });
    await sql.query(INSERT, [JSON.stringify(batch.map(rowOf))]);
  }
  const { id } = await app.get(StaffService, { strict: false }).createAccount({
    ...{
      name: 'Press officer',
      email: 'press@bench.example',
      language: 'sr-Cyrl',
      roles: ['press'],
      unit: null,
    },
  });
  await sql.query(INSERT_DRAFTS, [DRAFTS, id]);
  await sql.query('VACUUM ANALYZE');
}

/** The newest first: the full month takes every so-manieth until it is full, the others share the rest. */
function momentOf(number: number, count: number): Date {
  const every = count / IN_FULL_MONTH;
  const isInFull = Math.floor((number + 1) / every) > Math.floor(number / every);
  const day = 24 * 60 * 60 * 1000;
  if (isInFull) {
    const from = Date.UTC(FULL_MONTH.year, FULL_MONTH.month - 1, 2);
    return new Date(from + Math.floor((number / count) * 27 * day));
  }
  const [from, to] = [Date.UTC(FIRST_YEAR, 0, 2), Date.UTC(FIRST_YEAR, MONTHS, 1) - day];
  return new Date(from + Math.floor((1 - number / count) * (to - from)));
}

const rowOf = ({ slug, section, publishedAt, sr, en, pictures }: NewRelease) => ({
  ...{ slug, section, published_at: publishedAt },
  texts: [
    { language: 'sr', ...sr, words: markdownToText(sr.body) },
    ...(en === undefined ? [] : [{ language: 'en', ...en, words: markdownToText(en.body) }]),
  ],
  pictures: pictures.map(({ credit, alt, mediaType, ...picture }) => ({
    ...picture,
    ...{ media_type: mediaType, credit_sr: credit.sr, credit_en: credit.en, alt_sr: alt.sr, alt_en: alt.en },
  })),
});

/** Releases, texts, search words, pictures and their variants of one batch, in one statement. */
const INSERT = `
  WITH given AS MATERIALIZED (
    SELECT uuidv7() AS id, g.* FROM jsonb_to_recordset($1::jsonb) AS g (
      slug text, section text, published_at timestamptz, texts jsonb, pictures jsonb)
  ), release AS (
    INSERT INTO release (id, slug, state, section, published_at, updated_at)
    SELECT id, slug, 'published', section, published_at, published_at FROM given
  ), words AS MATERIALIZED (
    SELECT given.id, t.* FROM given, jsonb_to_recordset(texts) AS t (
      language text, title text, lead text, body text, words text)
  ), text AS (
    INSERT INTO release_text (release_id, language, title, lead, body)
    SELECT id, language, title, lead, body FROM words
  ), search AS (
    INSERT INTO release_search (release_id, language, words)
    SELECT id, language, setweight(to_tsvector(stemmer, search_key(title)), 'A')
      || setweight(to_tsvector(stemmer, search_key(lead)), 'B')
      || setweight(to_tsvector(stemmer, search_key(words)), 'C')
    FROM words, LATERAL (
      SELECT CASE language WHEN 'sr' THEN 'serbian' ELSE 'english' END::regconfig AS stemmer) AS by_language
  ), picture AS (
    INSERT INTO release_picture (release_id, position, sha256, media_type, size, width, height, credit_sr, credit_en,
      alt_sr, alt_en)
    SELECT id, 1, p.sha256, p.media_type, p.size, p.width, p.height, p.credit_sr, p.credit_en, p.alt_sr, p.alt_en
    FROM given, jsonb_to_recordset(pictures) AS p (sha256 text, media_type text, size integer, width integer,
      height integer, credit_sr text, credit_en text, alt_sr text, alt_en text) RETURNING release_id
  )
  INSERT INTO release_picture_variant (release_id, position, media_type, width, sha256, size)
  SELECT id, 1, v."mediaType", v.width, v.sha256, v.size
  FROM given, jsonb_path_query(pictures, '$[*].variants') AS variants,
    jsonb_to_recordset(variants) AS v ("mediaType" text, width integer, sha256 text, size integer)`;

const INSERT_DRAFTS = `
  WITH written AS (
    INSERT INTO release (id, slug, state, updated_at)
    SELECT uuidv7(), 'nacrt-' || n, CASE n % 3 WHEN 0 THEN 'in_review' ELSE 'draft' END, now()
    FROM generate_series(1, $1) AS n RETURNING id
  )
  INSERT INTO release_draft (release_id, content, created_by, edited_by)
  SELECT written.id, jsonb_build_object('sr', jsonb_build_object('title', text.title, 'body', text.body)), $2, $2
  FROM written, (SELECT title, body FROM release_text WHERE language = 'sr' LIMIT 1) AS text`;

/** Pictures as they are kept, without a file: a page names them and gives none of them out. */
const PICTURES = Object.fromEntries(
  Object.keys(PICTURE_WORDS).map((name, number) => [name, pictureOf(name, number)]),
) as Record<PictureName, MadePicture>;

function pictureOf(name: string, number: number): MadePicture {
  const sha256 = String(number).repeat(64);
  const variants = ['image/avif', 'image/webp'].flatMap((mediaType) =>
    [480, 960, 1600].map((width) => ({ mediaType, width, sha256, size: 100_000 })),
  );
  return {
    ...{ sha256, mediaType: 'image/jpeg', size: 200_000, width: 1600, height: 1067 },
    ...{ variants, original: sha256, name: `${name}.jpg` },
  };
}
