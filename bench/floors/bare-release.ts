import type { DataSource } from 'typeorm';

/** The floor of a release's first page: everything that it shows, by plain SQL, one statement after another. */
export async function bareRelease(sql: DataSource, slug: string): Promise<boolean> {
  const [release] = (await sql.query(
    `SELECT * FROM release LEFT JOIN release_text ON release_id = id
     WHERE slug = $1 AND state IN ('published', 'corrected')`,
    [slug],
  )) as { id: string; published_at: Date }[];
  const { id, published_at: at } = release!;
  for (const table of [
    'release_picture',
    'release_picture_variant',
    'release_attachment',
    'release_correction',
  ])
    await sql.query(`SELECT * FROM ${table} WHERE release_id = $1`, [id]);
  let neighbours = 0;
  for (const [sign, order] of [
    ['<', 'DESC'],
    ['>', 'ASC'],
  ])
    neighbours += (
      (await sql.query(
        `SELECT slug, title, published_at FROM release JOIN release_text ON release_id = id AND language = 'sr'
         WHERE state IN ('published', 'corrected') AND (published_at, id) ${sign} ($1, $2)
         ORDER BY published_at ${order}, id ${order} LIMIT 1`,
        [at, id],
      )) as unknown[]
    ).length;
  return neighbours === 2;
}
