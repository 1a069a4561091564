import { rows, type Sql } from '../database/rows.js';
import { announceLetters } from './announce.queries.js';
import { CHANGEABLE, type LetterChange, type NewEvent } from './changes.queries.js';

/** A change of one locked letter and the event that tells it. */
export interface PlannedChange {
  letterId: string;
  change: LetterChange;
  event: NewEvent;
}

/**
 * Writes the changes of many locked letters and their events, each in one statement; gives the event of each letter.
 * What a letter's change does not name stays as it is.
 */
export async function changeMany(tx: Sql, planned: readonly PlannedChange[]): Promise<Map<string, string>> {
  if (planned.length === 0) return new Map();
  const names = (Object.keys(CHANGEABLE) as (keyof LetterChange)[]).filter((name) =>
    planned.some(({ change }) => change[name] !== undefined),
  );
  const settings = names.map((name) => `${CHANGEABLE[name]} = (item.fresh).${CHANGEABLE[name]}, `).join('');
  const changes = planned.map(({ letterId, change }) => ({
    id: letterId,
    change: Object.fromEntries(
      names.filter((name) => change[name] !== undefined).map((name) => [CHANGEABLE[name], change[name]]),
    ),
  }));
  await tx.query(
    `UPDATE letter SET ${settings}updated_at = now()
     FROM (SELECT one.id, jsonb_populate_record(old, one.change) AS fresh
           FROM jsonb_to_recordset($1::jsonb) AS one (id uuid, change jsonb) JOIN letter old ON old.id = one.id) item
     WHERE letter.id = item.id`,
    [JSON.stringify(changes)],
  );
  return addEvents(tx, planned);
}

async function addEvents(tx: Sql, planned: readonly PlannedChange[]): Promise<Map<string, string>> {
  const events = planned.map(({ letterId, event }) => ({
    letter_id: letterId,
    kind: event.kind,
    mover: event.mover,
    account_id: event.accountId ?? null,
    from_state: event.from ?? null,
    to_state: event.to ?? null,
    reason: event.reason ?? null,
    details: event.details ?? {},
    before: event.before ?? null,
  }));
  const added = await rows<{ id: string; letterId: string }>(
    tx,
    `INSERT INTO letter_event (letter_id, kind, mover, account_id, from_state, to_state, reason, details, before)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS event (letter_id uuid, kind text, mover text, account_id uuid,
       from_state text, to_state text, reason text, details jsonb, before jsonb)
     RETURNING id, letter_id AS "letterId"`,
    [JSON.stringify(events)],
  );
  await announceLetters(tx, { events: added.map(({ id }) => id) });
  return new Map(added.map(({ id, letterId }) => [letterId, id]));
}
