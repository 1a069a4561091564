import { rows, type Sql } from '../database/rows.js';

/** Records content that is (about to be) on disk; content already known counts as sent again now. */
export async function recordFile(
  sql: Sql,
  file: { sha256: string; size: number; mediaType: string },
): Promise<void> {
  await sql.query(
    `INSERT INTO kept_file (sha256, size, media_type) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET kept_at = now()`,
    [file.sha256, file.size, file.mediaType],
  );
}

/** Hashes of content that nobody sent or named for `hours`, oldest first, after `cursor` (a hash). */
export async function oldFiles(sql: Sql, hours: number, cursor: string, limit: number): Promise<string[]> {
  const found = await rows<{ sha256: string }>(
    sql,
    `SELECT sha256 FROM kept_file
      WHERE kept_at < now() - make_interval(hours => $1) AND sha256 > $2
      ORDER BY sha256 LIMIT $3`,
    [hours, cursor, limit],
  );
  return found.map((row) => row.sha256);
}

/** Locks the record if it is still old; false when somebody sent the content meanwhile. */
export async function lockOldFile(tx: Sql, sha256: string, hours: number): Promise<boolean> {
  const found = await rows(
    tx,
    `SELECT 1 FROM kept_file WHERE sha256 = $1 AND kept_at < now() - make_interval(hours => $2) FOR UPDATE`,
    [sha256, hours],
  );
  return found.length === 1;
}

export async function forgetFile(tx: Sql, sha256: string): Promise<void> {
  await tx.query('DELETE FROM kept_file WHERE sha256 = $1', [sha256]);
}
