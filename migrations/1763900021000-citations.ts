import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which replies cite which releases, so that a correction or a withdrawal finds whoever relied on it. */
export class Citations1763900021000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reply_citation (
        reply_id uuid NOT NULL CONSTRAINT reply_citation_reply REFERENCES reply (id) ON DELETE CASCADE,
        release_slug text NOT NULL,
        cited_at timestamptz(3) NOT NULL DEFAULT now(),
        reviewed_at timestamptz(3),
        CONSTRAINT reply_citation_pkey PRIMARY KEY (reply_id, release_slug)
      )`);
    await runner.query('CREATE INDEX reply_citation_release ON reply_citation (release_slug)');
    await runner.query(`
      CREATE INDEX release_changed ON release (slug) WHERE updated_at > published_at OR state = 'withdrawn'`);
    await runner.query('SET LOCAL statement_timeout = 0');
    await runner.query(`
      INSERT INTO reply_citation (reply_id, release_slug, cited_at)
      SELECT DISTINCT reply.id, found[1], reply.created_at
      FROM reply, regexp_matches(reply.body, '/releases/([a-z](?:-?[a-z0-9])*)', 'g') AS found
      WHERE reply.purpose = 'answer'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
