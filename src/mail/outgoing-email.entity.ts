import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../script/texts.js';

/** What a report said of an e-mail that a server had accepted. */
export type EmailReport = 'delivered' | 'delayed' | 'failed';

export type EmailState = 'pending' | 'leased' | 'in_doubt' | 'sent' | 'failed' | 'suppressed';

/** An e-mail that the office owes (design: promises, "every e-mail we owe"). The row is the truth, a job only rings. */
@Entity('outgoing_email')
export class OutgoingEmail {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'outgoing_email_pkey', default: () => 'uuidv7()' })
  id: string;

  /** Names the template; registered in `EmailKinds` by the room that owes it. */
  @Column('text')
  kind: string;

  /** Unique name of the duty, for example `acknowledgement:<letter id>`: the same is never owed twice. */
  @Column('text')
  duty_key: string;

  /** What it is about, for example a letter's id; mail does not know what that is. */
  @Column('uuid', { nullable: true })
  subject_id: string | null;

  /** One strict address. */
  @Column('text')
  recipient: string;

  /** The address folded, by which the brakes count. */
  @Column('text')
  recipient_key: string;

  @Column('text')
  recipient_domain: string;

  @Column('text')
  language: Language;

  /** Ids for the template; never a citizen's words. */
  @Column('jsonb', { default: () => "'{}'" })
  params: Record<string, string>;

  /** Fixed from the start, so that any repeat is recognisable; holds the token, so that an answer finds its e-mail. */
  @Column('text')
  message_id: string;

  /** Unguessable; stands in every address and identifier by which a bounce or an answer finds its e-mail. */
  @Column('text')
  bounce_token: string;

  /**
   * Message-ID of the e-mail that a program answers with this one, empty when that had none; null when nothing is
   * answered. An answer stands in that e-mail's thread and leaves without an envelope sender (RFC 3834).
   */
  @Column('text', { nullable: true })
  answers: string | null;

  @Column('text', { default: 'pending' })
  state: EmailState;

  /** Null: owed, but not yet due. */
  @Column('timestamptz', { nullable: true })
  due_at: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('bigint', { nullable: true })
  lease_token: string | null;

  @Column('timestamptz', { nullable: true })
  leased_until: Date | null;

  /** Why it was put back, failed or suppressed. */
  @Column('text', { nullable: true })
  last_error: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at: Date;

  /** When the brakes let it through; what counts against the limits. */
  @Column('timestamptz', { nullable: true })
  counted_at: Date | null;

  /** The bytes of the first sending, kept until it is sent. */
  @Column('bytea', { nullable: true })
  rendered: Buffer | null;

  @Column('timestamptz', { nullable: true })
  in_doubt_at: Date | null;

  /** Sendings after one whose outcome was not known. */
  @Column('integer', { default: 0 })
  resends: number;

  /** What the server answered at the end. */
  @Column('text', { nullable: true })
  smtp_answer: string | null;

  @Column('timestamptz', { nullable: true })
  sent_at: Date | null;

  /** The last report of a server that passed it on; null while none came. */
  @Column('text', { nullable: true })
  report: EmailReport | null;

  @Column('timestamptz', { nullable: true })
  reported_at: Date | null;
}
