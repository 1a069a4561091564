import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `search_key(text)` folds like `searchKey` of `src/script/search-key.ts`, so that indexes and queries meet;
 * a test compares them on every character. The collation is named because lower-casing must not depend on the
 * locale that the database was created with. The regular expression drops accents, soft hyphens and
 * characters without width.
 */
export class SearchKey1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
    await runner.query(`
      CREATE FUNCTION search_key(written text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
      RETURN
        replace(replace(replace(replace(replace(replace(replace(
        replace(replace(replace(replace(replace(replace(replace(
          translate(
            regexp_replace(
              lower(normalize(written, NFKD) COLLATE pg_c_utf8),
              '[\\u0300-\\u036f\\u00ad\\u200b-\\u200d\\u2060\\ufeff]', '', 'g'
            ),
            'аеионрстјквмдлупбзгчшцжћхфыэґıłøħŧðŋςъь',
            'aeionrstjkvmdlupbzgcsczchfiegilohtdnσ'
          ),
          'ђ', 'dj'), 'đ', 'dj'), 'љ', 'lj'), 'њ', 'nj'), 'џ', 'dz'), 'ѕ', 'dz'), 'щ', 'sc'),
          'ю', 'ju'), 'я', 'ja'), 'є', 'je'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'þ', 'th')
    `);
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
