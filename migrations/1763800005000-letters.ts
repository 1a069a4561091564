import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters, their history, the register, and what search reads. */
export class Letters1763800005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.letter(runner);
    await this.history(runner);
    await this.register(runner);
    await this.search(runner);
  }

  private async letter(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter (
        id uuid CONSTRAINT letter_pkey PRIMARY KEY DEFAULT uuidv7(),
        reference char(9) NOT NULL CONSTRAINT letter_reference_key UNIQUE,
        channel text NOT NULL,
        language text NOT NULL,
        state text NOT NULL,
        name text NOT NULL,
        surname text NOT NULL,
        municipality text NOT NULL,
        municipality_code text,
        address text NOT NULL,
        postal_code text,
        country text NOT NULL,
        email text,
        phone text,
        phone_e164 text,
        reply_by text,
        subject text,
        message text NOT NULL,
        release_slug text,
        suspect text[] NOT NULL DEFAULT '{}',
        category text,
        urgency text NOT NULL DEFAULT 'normal',
        urgency_reason text,
        unit text,
        assigned_to uuid,
        due_on timestamptz(3),
        closed_reason text,
        link_generation integer NOT NULL DEFAULT 0,
        received_at timestamptz(3) NOT NULL DEFAULT now(),
        updated_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT letter_channel_known CHECK (channel IN ('web', 'email', 'post')),
        CONSTRAINT letter_language_known CHECK (language IN ('sr-Cyrl', 'sr-Latn', 'en')),
        CONSTRAINT letter_urgency_known CHECK (urgency IN ('normal', 'urgent'))
      )`);
    // Every list is newest first by keyset. Indexes on columns that a new letter leaves empty are partial, so
    // that receiving pays for four indexes only; text and names are searched in letter_search.
    await runner.query('CREATE INDEX letter_received ON letter (received_at DESC, id DESC)');
    await runner.query('CREATE INDEX letter_state ON letter (state, received_at DESC, id DESC)');
    await runner.query(`
      CREATE INDEX letter_channel ON letter (channel, received_at DESC, id DESC) WHERE channel <> 'web'`);
    await runner.query(`
      CREATE INDEX letter_category ON letter (category, received_at DESC, id DESC) WHERE category IS NOT NULL`);
    await runner.query(
      'CREATE INDEX letter_unit ON letter (unit, received_at DESC, id DESC) WHERE unit IS NOT NULL',
    );
    await runner.query(`
      CREATE INDEX letter_assigned ON letter (assigned_to, received_at DESC, id DESC) WHERE assigned_to IS NOT NULL`);
    await runner.query(`
      CREATE INDEX letter_release ON letter (release_slug, received_at DESC, id DESC) WHERE release_slug IS NOT NULL`);
    await runner.query(`
      CREATE INDEX letter_urgent ON letter (received_at DESC, id DESC) WHERE urgency = 'urgent'`);
  }

  private async history(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_event (
        id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT letter_event_pkey PRIMARY KEY,
        letter_id uuid NOT NULL CONSTRAINT letter_event_letter REFERENCES letter (id),
        at timestamptz(3) NOT NULL DEFAULT now(),
        kind text NOT NULL,
        mover text NOT NULL,
        account_id uuid,
        from_state text,
        to_state text,
        reason text,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT letter_event_mover_known CHECK (mover IN ('citizen', 'officer', 'system')),
        CONSTRAINT letter_event_officer_named CHECK ((mover = 'officer') = (account_id IS NOT NULL))
      )`);
    await runner.query('CREATE INDEX letter_event_of_letter ON letter_event (letter_id, id)');
    await runner.query(`
      CREATE TABLE letter_supplement (
        id uuid CONSTRAINT letter_supplement_pkey PRIMARY KEY DEFAULT uuidv7(),
        letter_id uuid NOT NULL CONSTRAINT letter_supplement_letter REFERENCES letter (id),
        message text NOT NULL,
        digest text NOT NULL,
        added_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT letter_supplement_once UNIQUE (letter_id, digest)
      )`);
    await runner.query(`
      CREATE TABLE letter_attachment (
        letter_id uuid NOT NULL CONSTRAINT letter_attachment_letter REFERENCES letter (id),
        position smallint NOT NULL,
        sha256 text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL,
        media_type text NOT NULL,
        added_at timestamptz(3) NOT NULL DEFAULT now(),
        supplement_id uuid CONSTRAINT letter_attachment_supplement REFERENCES letter_supplement (id),
        CONSTRAINT letter_attachment_pkey PRIMARY KEY (letter_id, position)
      )`);
    await runner.query('CREATE INDEX letter_attachment_file ON letter_attachment (sha256)');
    await runner.query(`
      CREATE TABLE submission_key (
        key text CONSTRAINT submission_key_pkey PRIMARY KEY,
        digest text NOT NULL,
        letter_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      )`);
  }

  private async register(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_entry (
        year smallint NOT NULL,
        number integer NOT NULL,
        letter_id uuid NOT NULL CONSTRAINT register_entry_letter_key UNIQUE
          CONSTRAINT register_entry_letter REFERENCES letter (id),
        channel text NOT NULL,
        received_at timestamptz(3) NOT NULL,
        entered_at timestamptz NOT NULL,
        CONSTRAINT register_entry_pkey PRIMARY KEY (year, number),
        CONSTRAINT register_entry_number_positive CHECK (number > 0)
      )`);
    // Rows live for a fraction of a second, so the table must be swept by what it holds, not by its history.
    await runner.query(`
      CREATE TABLE register_pending (
        letter_id uuid CONSTRAINT register_pending_pkey PRIMARY KEY,
        channel text NOT NULL,
        received_at timestamptz(3) NOT NULL
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
  }

  private async search(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE letter_search (
        letter_id uuid CONSTRAINT letter_search_pkey PRIMARY KEY,
        received_at timestamptz(3) NOT NULL,
        name_key text NOT NULL,
        words tsvector NOT NULL
      )`);
    await runner.query(
      'CREATE INDEX letter_search_received ON letter_search (received_at DESC, letter_id DESC)',
    );
    await runner.query('CREATE INDEX letter_search_words ON letter_search USING gin (words)');
    await runner.query('CREATE INDEX letter_search_names ON letter_search USING gin (name_key gin_trgm_ops)');
    // The owed rows stand apart from letter_search: leasing a row there would rewrite its entries in both GIN
    // indexes. A row goes when its letter is indexed, so the table holds only what is owed.
    await runner.query(`
      CREATE TABLE letter_indexing (
        letter_id uuid CONSTRAINT letter_indexing_pkey PRIMARY KEY,
        state text NOT NULL DEFAULT 'pending',
        due_at timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        lease_token bigint,
        leased_until timestamptz,
        last_error text,
        created_at timestamptz NOT NULL DEFAULT now()
      ) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`);
    await runner.query('CREATE INDEX letter_indexing_due ON letter_indexing (due_at)');
  }

  async down(): Promise<void> {
    throw new Error('forward only');
  }
}
