import type { MigrationInterface, QueryRunner } from 'typeorm';

const SHOWN = `state IN ('published', 'corrected')`;

/** Lists and counts of releases that cost the same however many there are. */
export class ReleasesAtSize1763900043000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // The newsroom's lists: all that were ever published, and those of one state, which is also counted from here.
    await runner.query(`
      CREATE INDEX release_dated ON release (published_at DESC, id DESC) WHERE published_at IS NOT NULL`);
    await runner.query('CREATE INDEX release_of_state ON release (state, published_at DESC, id DESC)');
    await runner.query(
      'CREATE INDEX release_draft_newest ON release_draft (edited_at DESC, release_id DESC)',
    );
    // How many releases readers see in each month; a month is one of the office's calendar, so each zone has its own.
    await runner.query(`
      CREATE TABLE release_calendar (time_zone text CONSTRAINT release_calendar_pkey PRIMARY KEY)`);
    await runner.query(`
      CREATE TABLE release_month (
        time_zone text NOT NULL CONSTRAINT release_month_calendar REFERENCES release_calendar (time_zone),
        month date NOT NULL,
        count integer NOT NULL,
        CONSTRAINT release_month_pkey PRIMARY KEY (time_zone, month)
      )`);
    // Kept by the database, whoever publishes, imports, withdraws or deletes: a count that one of them forgot would be
    // wrong for ever. Months are taken in one order, so that two who publish never wait for each other in a circle.
    for (const [name, event, moved] of [
      ['inserted', 'INSERT', `SELECT published_at, 1 AS change FROM fresh WHERE ${SHOWN}`],
      [
        'updated',
        'UPDATE',
        `SELECT published_at, 1 AS change FROM fresh WHERE ${SHOWN}
         UNION ALL SELECT published_at, -1 FROM former WHERE ${SHOWN}`,
      ],
      ['deleted', 'DELETE', `SELECT published_at, -1 AS change FROM former WHERE ${SHOWN}`],
    ] as const) {
      const tables = [
        ...(event === 'INSERT' ? [] : ['OLD TABLE AS former']),
        ...(event === 'DELETE' ? [] : ['NEW TABLE AS fresh']),
      ];
      await runner.query(`
        CREATE FUNCTION release_count_${name}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO release_month (time_zone, month, count)
          SELECT time_zone, date_trunc('month', published_at AT TIME ZONE time_zone)::date, sum(change)
          FROM (${moved}) moved, release_calendar
          GROUP BY 1, 2 HAVING sum(change) <> 0 ORDER BY 1, 2
          ON CONFLICT (time_zone, month) DO UPDATE SET count = release_month.count + excluded.count;
          RETURN NULL;
        END $$`);
      await runner.query(`
        CREATE TRIGGER release_count_${name} AFTER ${event} ON release REFERENCING ${tables.join(' ')}
        FOR EACH STATEMENT EXECUTE FUNCTION release_count_${name}()`);
    }
    await runner.query(`
      CREATE FUNCTION release_count_emptied() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM release_month;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER release_count_emptied AFTER TRUNCATE ON release
      FOR EACH STATEMENT EXECUTE FUNCTION release_count_emptied()`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only: restore a backup instead.');
  }
}
