import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InboundFacts } from './inbound-facts.js';

/**
 * `quarantined` and `failed` wait for a person; `aside` is no letter: a delivery report, an answer of a machine, or
 * what an officer put there.
 */
export type InboundState = 'pending' | 'leased' | 'failed' | 'done' | 'quarantined' | 'aside';

/** A mail that arrived. Its bytes are kept before anything reads them; the row is a duty until it is dealt with. */
@Entity('inbound_email')
export class InboundEmail {
  /** UUIDv7; what the sending server is told. */
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_email_pkey', default: () => 'uuidv7()' })
  id: string;

  /** SHA-256 of the raw bytes in hexadecimal, and their address among the kept files. */
  @Column('text')
  sha256: string;

  /** Bytes. */
  @Column('bigint')
  size: string;

  /** As the envelope names it; empty for a null return path. */
  @Column('text')
  envelope_sender: string;

  /** In lower case. */
  @Column('text')
  envelope_recipient: string;

  @Column('timestamptz', { default: () => 'now()' })
  received_at: Date;

  /** With angle brackets; null until it is read, and when the mail has no proper one. */
  @Column('text', { nullable: true })
  message_id: string | null;

  @Column('uuid', { nullable: true })
  letter_id: string | null;

  /** The supplement that this mail is, when it answered an e-mail of ours. */
  @Column('uuid', { nullable: true })
  supplement_id: string | null;

  /** Code of why it is quarantined or aside. */
  @Column('text', { nullable: true })
  reason: string | null;

  /** Code of why no automatic answer is sent; null when one is, or before it is read. */
  @Column('text', { nullable: true })
  unanswered: string | null;

  /** What officers are told about the mail beside its letter. */
  @Column('jsonb', { nullable: true })
  facts: InboundFacts | null;

  @Column('text', { default: 'pending' })
  state: InboundState;

  @Column('timestamptz', { nullable: true, default: () => 'now()' })
  due_at: Date | null;

  @Column('integer', { default: 0 })
  attempts: number;

  @Column('bigint', { nullable: true })
  lease_token: string | null;

  @Column('timestamptz', { nullable: true })
  leased_until: Date | null;

  @Column('text', { nullable: true })
  last_error: string | null;
}
