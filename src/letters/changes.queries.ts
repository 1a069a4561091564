import type { KeptFile } from '../files/kept-file.js';
import { rows, type Sql } from '../database/rows.js';
import type { Letter } from './letter.entity.js';
import type { LetterState } from './letter.states.js';
import { LETTERS_CHANNEL } from './announce.queries.js';
import type { LetterEventKind } from './letter.view.js';

/** Fields of a letter that may change after it was received, with their columns. */
export const CHANGEABLE = {
  state: 'state',
  name: 'name',
  surname: 'surname',
  municipality: 'municipality',
  municipalityCode: 'municipality_code',
  address: 'address',
  postalCode: 'postal_code',
  country: 'country',
  email: 'email',
  phone: 'phone',
  phoneE164: 'phone_e164',
  replyBy: 'reply_by',
  category: 'category',
  urgency: 'urgency',
  urgencyReason: 'urgency_reason',
  unit: 'unit',
  assignedTo: 'assigned_to',
  dueOn: 'due_on',
  closedReason: 'closed_reason',
  risk: 'risk',
  riskAt: 'risk_at',
  riskTakenBy: 'risk_taken_by',
  riskTakenAt: 'risk_taken_at',
  sensitive: 'sensitive',
  returnedAt: 'returned_at',
  clockStoppedAt: 'clock_stopped_at',
  termFrom: 'term_from',
  stoppedDays: 'stopped_days',
  mergedInto: 'merged_into',
} as const satisfies Partial<Record<keyof Letter, string>>;

export type LetterChange = Partial<Pick<Letter, keyof typeof CHANGEABLE>>;

/** Writes the given fields of a locked letter. */
export async function changeLetter(tx: Sql, id: string, change: LetterChange): Promise<void> {
  const fields = (Object.keys(change) as (keyof LetterChange)[]).filter(
    (field) => change[field] !== undefined,
  );
  const settings = fields.map((field, index) => `${CHANGEABLE[field]} = $${index + 2}, `).join('');
  await tx.query(`UPDATE letter SET ${settings}updated_at = now() WHERE id = $1`, [
    id,
    ...fields.map((field) => change[field]),
  ]);
}

export interface NewEvent {
  kind: LetterEventKind;
  mover: 'citizen' | 'officer' | 'system';
  /** The officer's account; only with mover `officer`. */
  accountId?: string;
  from?: LetterState;
  to?: LetterState;
  reason?: string;
  /** Codes and ids, never a citizen's words. */
  details?: Record<string, string | number | null>;
  /** Values that the change took the place of, for taking it back. */
  before?: LetterChange;
}

/**
 * Adds a line to a letter's history, always in the transaction of what it tells about; gives its id. Open pages hear
 * of it when the transaction commits.
 */
export async function addEvent(tx: Sql, letterId: string, event: NewEvent): Promise<string> {
  const [added] = await rows<{ id: string }>(
    tx,
    `WITH added AS (
       INSERT INTO letter_event (letter_id, kind, mover, account_id, from_state, to_state, reason, details, before)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
     )
     SELECT id, pg_notify('${LETTERS_CHANNEL}', json_build_object('events', json_build_array(id::text))::text) FROM added`,
    [
      letterId,
      event.kind,
      event.mover,
      event.accountId ?? null,
      event.from ?? null,
      event.to ?? null,
      event.reason ?? null,
      JSON.stringify(event.details ?? {}),
      event.before === undefined ? null : JSON.stringify(event.before),
    ],
  );
  return added!.id;
}

/** What a supplement that came as an e-mail has besides. */
export interface SupplementEmail {
  /** Names the mail: the same is added once, the same words in another mail again. */
  key: string;
  /** Address of the `From` header. */
  sender: string;
  /** Null when it is the letter's own. */
  subject: string | null;
  /** Whether the correspondent's own address wrote it. */
  isVerified: boolean;
}

/** Adds what was sent later; the very same that was added before keeps its id and is not fresh. */
export async function addSupplement(
  tx: Sql,
  letterId: string,
  { message, digest, email }: { message: string; digest: string; email?: Omit<SupplementEmail, 'key'> },
): Promise<{ id: string; isFresh: boolean }> {
  const [added] = await rows<{ id: string; isFresh: boolean }>(
    tx,
    `WITH added AS (
       INSERT INTO letter_supplement (letter_id, message, digest, sender, subject, is_verified)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (letter_id, digest) DO NOTHING RETURNING id
     )
     SELECT id, true AS "isFresh" FROM added
     UNION ALL SELECT id, false FROM letter_supplement WHERE letter_id = $1 AND digest = $3`,
    [letterId, message, digest, email?.sender ?? null, email?.subject ?? null, email?.isVerified ?? true],
  );
  return added!;
}

/** Adds a supplement's files after those that the letter has; the letter must be locked. */
export async function addAttachments(
  tx: Sql,
  letterId: string,
  supplementId: string,
  files: KeptFile[],
): Promise<void> {
  await tx.query(
    `INSERT INTO letter_attachment (letter_id, position, sha256, name, size, media_type, supplement_id)
     SELECT $1, taken.last + file.position, file.sha256, file.name, file.size, file.media_type, $2
     FROM json_to_recordset($3::json)
            AS file (position smallint, sha256 text, name text, size bigint, media_type text),
          (SELECT coalesce(max(position), 0) AS last FROM letter_attachment WHERE letter_id = $1) taken`,
    [letterId, supplementId, JSON.stringify(attachmentRows(files))],
  );
}

/** Kept files as `letter_attachment` numbers them, from 1. */
export const attachmentRows = (files: KeptFile[]) =>
  files.map(({ sha256, name, size, mediaType }, index) => ({
    position: index + 1,
    sha256,
    name,
    size,
    media_type: mediaType,
  }));
