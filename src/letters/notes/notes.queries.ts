import { rows, type Sql } from '../../database/rows.js';

export async function addMentions(
  tx: Sql,
  { eventId, letterId, accountIds }: { eventId: string; letterId: string; accountIds: string[] },
): Promise<void> {
  await rows(
    tx,
    'INSERT INTO letter_mention (event_id, letter_id, account_id) SELECT $1, $2, unnest($3::uuid[])',
    [eventId, letterId, accountIds],
  );
}
