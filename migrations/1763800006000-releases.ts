import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Press releases: the release, its texts and pictures, and what search reads. */
export class Releases1763800006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE release (
        id uuid CONSTRAINT release_pkey PRIMARY KEY,
        slug text NOT NULL CONSTRAINT release_slug_key UNIQUE,
        state text NOT NULL,
        section text,
        published_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT release_slug_form CHECK (slug ~ '^[a-z](-?[a-z0-9])*$' AND length(slug) <= 100),
        CONSTRAINT release_state_known CHECK (state IN ('draft', 'published'))
      )`);
    // Every list is newest first; the id settles the order of releases of the same minute.
    await runner.query(`
      CREATE INDEX release_newest ON release (published_at DESC, id DESC) WHERE state = 'published'`);
    await runner.query(`
      CREATE TABLE release_text (
        release_id uuid NOT NULL,
        language text NOT NULL,
        title text NOT NULL,
        lead text NOT NULL,
        body text NOT NULL,
        CONSTRAINT release_text_pkey PRIMARY KEY (release_id, language),
        CONSTRAINT release_text_release FOREIGN KEY (release_id) REFERENCES release (id) ON DELETE CASCADE,
        CONSTRAINT release_text_language_known CHECK (language IN ('sr', 'en'))
      )`);
    await runner.query(`
      CREATE TABLE release_picture (
        release_id uuid NOT NULL,
        position smallint NOT NULL,
        sha256 text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        width integer NOT NULL,
        height integer NOT NULL,
        credit_sr text NOT NULL,
        credit_en text NOT NULL,
        alt_sr text NOT NULL,
        alt_en text NOT NULL,
        CONSTRAINT release_picture_pkey PRIMARY KEY (release_id, position),
        CONSTRAINT release_picture_release FOREIGN KEY (release_id) REFERENCES release (id) ON DELETE CASCADE,
        CONSTRAINT release_picture_described CHECK (btrim(alt_sr) <> '' AND btrim(alt_en) <> '')
      )`);
    await runner.query('CREATE INDEX release_picture_file ON release_picture (sha256)');
    await runner.query(`
      CREATE TABLE release_search (
        release_id uuid NOT NULL,
        language text NOT NULL,
        words tsvector NOT NULL,
        CONSTRAINT release_search_pkey PRIMARY KEY (release_id, language),
        CONSTRAINT release_search_text FOREIGN KEY (release_id, language)
          REFERENCES release_text (release_id, language) ON DELETE CASCADE
      )`);
    await runner.query('CREATE INDEX release_search_words ON release_search USING gin (words)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
